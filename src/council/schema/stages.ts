import * as z from 'zod'
import { clock, unit } from './clocks.ts'
import { count, identifier, text } from './kinds.ts'

const acknowledge = clock(
  ['receipt', 'request'],
  'receipt of the complaint (a first stage) or the request for this stage (a later one)',
)
  .nullable()
  .describe('the longest that the acknowledgement may take, or null where no time is fixed')

const respond = clock(
  ['receipt', 'acknowledgement', 'request', 'last-step'],
  'what starts the clock: receipt of the complaint, its acknowledgement, the request for this stage, or the last of its steps',
)
  .nullable()
  .describe('the longest that the reply may take, or null where no time is fixed: openReply then says how')

const openReply = z
  .enum(['date-agreed', 'without-delay'])
  .describe(
    'date-agreed where a day is agreed with the person, without-delay where the law says only that; for a reply without a fixed time',
  )

const extension = z
  .strictObject({ upTo: count('how many more days'), unit })
  .describe('how much longer the reply may take if the person is told why, and when it will come')

const askWithin = clock(['response'], 'response: the reply of the stage before').describe(
  'how long people have to ask for this stage; leave it out of the first stage',
)

const step = z
  .strictObject({
    id: identifier('the step’s short name in data, such as panel'),
    name: text('what happens, as a heading, such as “The panel meets”'),
    what: text('who does it and what they do, in a sentence or two'),
    clock: clock(
      ['receipt', 'request', 'step-before'],
      'what starts the clock: receipt of the complaint, the request for this stage, or the step before this one',
    )
      .nullable()
      .describe('the longest that it may take, or null where it has no time of its own'),
  })
  .describe('one thing that happens on the way to the reply')

/** One stage. Keys that only a later stage has are asked for by the whole file: see contradictions. */
export const stage = z
  .strictObject({
    id: identifier('the stage’s short name in data, such as stage-1'),
    name: text('the stage’s name, such as Stage 1'),
    informal: z
      .literal(true)
      .optional()
      .describe(
        'true for a try at putting things right before the first stage: where it fails, the next stage follows',
      ),
    decidedBy: text('who looks into it and replies, as a sentence’s beginning, such as “A senior manager …”'),
    newDecider: z
      .boolean()
      .optional()
      .describe(
        'true where nobody who decides here took part in the stage before; leave it out of the first stage',
      ),
    askedBy: text('who may ask for this stage, where that is not everyone who complained').optional(),
    askWithin: askWithin.optional(),
    reasons: z
      .enum(['invited', 'required'])
      .optional()
      .describe(
        'invited where people may say why they ask for this stage, required where they must; leave it out of the first stage',
      ),
    canBeRefused: z
      .literal(true)
      .optional()
      .describe('true where somebody may turn down the request for this stage as they see fit'),
    acknowledge,
    steps: z
      .array(step)
      .optional()
      .describe('what happens on the way to the reply, in order; leave it out where someone just looks'),
    respond,
    openReply: openReply.optional(),
    extension: extension.optional(),
  })
  .describe('one stage of a procedure')
