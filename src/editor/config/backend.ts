import * as z from 'zod'

/** Where the editor keeps what is written, and how people sign in: content/editor.json. It holds no secret. */
export const editorShape = z.strictObject({
  backend: z
    .strictObject({
      name: z.enum(['github', 'gitlab', 'gitea']).describe('the service that holds the repository'),
      repo: z
        .string()
        .regex(/^[\w.-]+(\/[\w.-]+)+$/, 'is not a repository. Write owner/name.')
        .describe('the repository, as owner/name'),
      branch: z.string().min(1).describe('the branch that the site is built from'),
      base_url: z
        .url()
        .optional()
        .describe('the address of the service that signs people in, where it is not the usual one'),
      api_root: z
        .url()
        .optional()
        .describe('the address of the repository service, where the council runs its own'),
      app_id: z
        .string()
        .optional()
        .describe('the public id of the application that people sign in to, for gitlab and gitea'),
    })
    .describe('where what is written is kept, under the name of whoever wrote it'),
})

/** content/editor.json, once it has been checked. */
export type EditorSettings = z.infer<typeof editorShape>
