import * as z from 'zod'
import { day } from './kinds.ts'

/**
 * What every fact about others carries, since such facts go stale: where it was read and when. The build lists
 * those that nobody has looked at for a year, and whatever `unchecked` says (see ../freshness.ts).
 */
export const provenance = {
  source: z
    .string()
    .trim()
    .min(1, 'is empty. Say where the facts were read.')
    .describe('where the facts were read; not shown to the public'),
  checked: day('the day someone last compared these facts with their source'),
  unchecked: z
    .array(z.string().trim().min(1, 'is empty. Say what to check, or take it out.'))
    .optional()
    .describe('what nobody has checked yet, a sentence for each; not shown to the public'),
}
