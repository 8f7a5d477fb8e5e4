import type { Act } from '../act.ts'

/** Somebody has seen to what the site could not settle. */
export const settleTask: Act = {
  id: 'settle-task',
  about: 'task',
  journey: () => ({ id: 'desk-settle-task', steps: [] }),
  toArgs: ({ about }) => ({ task: about }),
}
