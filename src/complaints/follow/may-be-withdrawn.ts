import type { Followed } from './ports.ts'
import { whatTheyMaySee } from './what-they-may-see.ts'

/** True while there is something to withdraw, a stage without its reply, for whoever may do that. */
export const mayBeWithdrawn = (followed: Followed): boolean => {
  const current = followed.stages.at(-1)
  return (
    whatTheyMaySee(followed.role, followed.authority).mayWithdraw &&
    followed.withdrawal === null &&
    current !== undefined &&
    current.responded_on === null
  )
}
