import type { Journey } from '../journey.ts'
import { code } from '../questions/code.ts'
import { reference } from '../questions/reference.ts'
import { unhappyAbout } from '../questions/unhappy-about.ts'

/** To have a report, or a comment, treated as a complaint. Whoever opens it by a link is not asked for the code. */
export const makeItAComplaint: Journey = {
  id: 'make-it-a-complaint',
  steps: [
    { id: 'yours', questions: [reference, code] },
    { id: 'unhappy-about', questions: [unhappyAbout] },
  ],
}
