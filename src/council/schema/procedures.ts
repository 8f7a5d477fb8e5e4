import * as z from 'zod'
import { count, identifier, text } from './kinds.ts'

/**
 * How days are counted. Working days leave out weekends and England's bank holidays (DOMAIN 8.1); calendar
 * days count every day, as the law on data protection complaints does.
 */
export const unit = z.enum(['working-days', 'calendar-days']).describe('working-days or calendar-days')

const acknowledge = z
  .strictObject({
    within: count('how many days'),
    unit,
    from: z
      .enum(['receipt', 'request'])
      .describe('receipt of the complaint (a first stage) or the request for this stage (a later one)'),
  })
  .nullable()
  .describe('the longest that the acknowledgement may take, or null where no time is fixed')

const respond = z
  .strictObject({
    within: count('how many days'),
    unit,
    from: z
      .enum(['receipt', 'acknowledgement', 'request'])
      .describe(
        'what starts the clock: receipt of the complaint, its acknowledgement, or the request for this stage',
      ),
  })
  .nullable()
  .describe(
    'the longest that the reply may take, or null where no time is fixed and a date is agreed with the person',
  )

const extension = z
  .strictObject({ upTo: count('how many more days'), unit })
  .describe('how much longer the reply may take if the person is told why, and when it will come')

const askWithin = z
  .strictObject({
    within: count('how many days'),
    unit,
    from: z.literal('response').describe('response: the reply of the stage before'),
  })
  .describe('how long people have to ask for this stage; leave it out of the first stage')

export const stage = z
  .strictObject({
    id: identifier('the stage’s short name in data, such as stage-1'),
    name: text('the stage’s name, such as Stage 1'),
    decidedBy: text('who looks into it and replies, as a sentence’s beginning, such as “A senior manager …”'),
    askedBy: text('who may ask for this stage, where that is not everyone who complained').optional(),
    askWithin: askWithin.optional(),
    acknowledge,
    respond,
    extension: extension.optional(),
  })
  .describe('one stage of a procedure')

export const procedure = z
  .strictObject({
    id: identifier('the procedure’s short name in data and in the address of its page, such as corporate'),
    name: text('the procedure’s name'),
    basis: z
      .enum([
        'lgsco-code',
        'housing-code',
        'adult-social-care-regulations',
        'childrens-social-care-regulations',
        'data-protection-act',
        'council',
      ])
      .describe('the rules that it follows; council means the council’s own'),
    acknowledgedBy: z
      .enum(['system', 'team'])
      .describe('system: the automatic email is the acknowledgement; team: that email is only a receipt'),
    timeLimitMonths: count('how many months after the event, or hearing of it, people should complain'),
    ombudsman: z.string().describe('the id of the ombudsman who can look at it afterwards'),
    stages: z
      .array(stage)
      .min(1, 'is empty. Write at least one stage.')
      .describe('the stages, in the order they are reached'),
  })
  .describe('one way that complaints are handled')
