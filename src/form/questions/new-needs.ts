import { adjustmentsDetails } from './adjustments-details.ts'
import { adjustments } from './adjustments.ts'

const when = { question: 'addition-kind', is: ['needs'] }

/** What somebody needs from now on, in place of all that they asked for before. */
export const newAdjustments = { ...adjustments, when }
export const newAdjustmentsDetails = { ...adjustmentsDetails, when }
