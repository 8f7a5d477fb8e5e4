/** The keys whose words are needed to send files from a page that has no other script. */
export const filesWords = ['form.errors', 'form.files', 'form.optional', 'questions.files']
