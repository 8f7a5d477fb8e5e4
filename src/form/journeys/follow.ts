import type { Journey } from '../journey.ts'
import { code } from '../questions/code.ts'
import { reference } from '../questions/reference.ts'

/** To open the page of a complaint that was made. */
export const follow: Journey = { id: 'follow', steps: [{ id: 'which', questions: [reference, code] }] }
