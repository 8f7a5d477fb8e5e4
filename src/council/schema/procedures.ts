import * as z from 'zod'
import { total } from './clocks.ts'
import { provenance } from './facts.ts'
import { count, identifier, text } from './kinds.ts'
import { stage } from './stages.ts'

export const bases = [
  'lgsco-code',
  'housing-code',
  'adult-social-care-regulations',
  'childrens-social-care-regulations',
  'data-protection-act',
  'council',
] as const

export const procedure = z
  .strictObject({
    id: identifier('the procedure’s short name in data and in the address of its page, such as corporate'),
    name: text('the procedure’s name'),
    basis: z.enum(bases).describe('the rules that it follows; council means the council’s own'),
    definition: text('what a complaint is, in the very words of the Housing Code')
      .nullable()
      .optional()
      .describe(
        'what a complaint is, where the rules want their own words for it, as the Housing Code does; null until someone has copied them',
      ),
    acknowledgedBy: z
      .enum(['system', 'team'])
      .describe('system: the automatic email is the acknowledgement; team: that email is only a receipt'),
    timeLimitMonths: count('how many months after the event, or hearing of it, people should complain')
      .nullable()
      .describe(
        'how many months after the event, or hearing of it, people should complain; null where none is set',
      ),
    total: total.optional(),
    ombudsman: z.string().describe('the id of the ombudsman who can look at it afterwards'),
    stages: z
      .array(stage)
      .min(1, 'is empty. Write at least one stage.')
      .describe('the stages, in the order they are reached'),
    ...provenance,
  })
  .describe('one way that complaints are handled')
