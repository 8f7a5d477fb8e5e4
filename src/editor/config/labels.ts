/** What the editor calls the keys of an entry. Messages name them too. */
export const labels = {
  title: 'Title',
  told: 'You said',
  changed: 'We did',
  service: 'Service',
  date: 'Day of the change',
  status: 'How far it is',
  learning: 'What we learned',
  draft: 'Draft',
  publishOn: 'Publish on',
  namesChecked: 'Words that are no names',
  picture: 'Drawing',
  easyRead: 'Easy Read',
} as const
