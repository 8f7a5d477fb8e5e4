import * as z from 'zod'
import { identifier, page, text } from './kinds.ts'

/** Nobody should have to answer more than this to be told where to go. */
export const mostQuestions = 5

const answer = z
  .strictObject({
    id: identifier('the answer’s short name among those of its question'),
    text: text('the answer, in the words people say'),
    hint: text('a few examples, where the answer alone may puzzle').optional(),
    question: z.string().describe('the id of the question that this answer leads to').optional(),
    outcome: z.string().describe('the id of the outcome that this answer leads to').optional(),
  })
  .describe('one answer, which leads to a question or an outcome')

const question = z
  .strictObject({
    id: identifier('the question’s short name in data and in the address of its page'),
    ask: text('the question, which is its page’s heading too: no two are the same'),
    hint: text('a sentence that helps to answer it').optional(),
    answers: z
      .array(answer)
      .min(2, 'has fewer than 2 answers, so there is nothing to ask. Add one, or take the question out.')
      .max(8, 'has more than 8 answers, which are too many to read. Split the question in two.')
      .describe('the answers, 2 to 8 of them'),
  })
  .describe('one question')

const outcome = z
  .strictObject({
    id: identifier('the outcome’s short name in data and in the address of its page'),
    kind: z
      .enum(['complain', 'route', 'report', 'urgent', 'feedback', 'ask', 'ombudsman'])
      .describe(
        'complain: a procedure of ours; route: an entry of routes.json; report: a first report of a problem; urgent: help at once; feedback: thanks or an idea; ask: the complaints team; ombudsman: outside the council',
      ),
    title: text('what to do, as its page’s heading: no two are the same'),
    route: z.string().describe('the id of an entry of routes.json, for the kind route').optional(),
    procedure: z.string().describe('the id of a procedure of council.json, for the kind complain').optional(),
    ombudsman: z
      .string()
      .describe('the id of an ombudsman of council.json, for the kind ombudsman')
      .optional(),
    say: z
      .array(text('a paragraph'))
      .min(1, 'is empty. Write what to do, or leave the key out.')
      .describe('what to do; leave it out for the kind route, which says it in routes.json')
      .optional(),
    contacts: z
      .array(z.string().describe('the id of one of routes.json’s contacts'))
      .describe('whom to contact, for the kind report')
      .optional(),
    page: page('the page of this site that says more; leave it out for the kind route').optional(),
    anyway: text(
      'how the person can still complain to us; leave it out for the kind route, which says it in routes.json',
    ).optional(),
  })
  .describe('an end of the finder: what to do')

/** The keys of content/finder.json, each with what it is for. */
export const finderShape = z.strictObject({
  questions: z
    .array(question)
    .min(1, 'is empty. Write at least one question.')
    .describe('the questions; the finder starts with the first'),
  outcomes: z
    .array(outcome)
    .min(1, 'is empty. Write at least one outcome.')
    .describe('where the questions lead'),
})

/** content/finder.json, once it has been checked. */
export type Finder = z.infer<typeof finderShape>
