import { askingHowWeDid } from '../../complaints/desk/asking-how-we-did.ts'
import type { Case } from '../../complaints/desk/case.ts'
import { choice } from '../../form/kinds/choice.ts'
import { longText, shortText } from '../../form/kinds/text.ts'
import type { Question } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import type { Act, Around, SentAct } from '../act.ts'
import { comingDay } from '../kinds.ts'
import { currentStage, isOpen } from './stage.ts'

const decisions = ['upheld', 'partly-upheld', 'not-upheld']
/** How many actions a form has room for; more are rare, and can go into one. */
const places = [1, 2, 3]

const decision = choice({ id: 'desk-decision', options: decisions, record: 'desk.decision' })
const investigated = longText({ id: 'desk-investigated', max: 20_000, record: 'desk.investigated' })
const outcome = longText({ id: 'desk-outcome-said', max: 20_000, record: 'desk.outcome_description' })
const apology = longText({ id: 'desk-apology', max: 5000, record: 'desk.apology', optional: true })
const remedy = longText({ id: 'desk-remedy', max: 5000, record: 'desk.remedy', optional: true })
const remedyBy = comingDay({ id: 'desk-remedy-by', record: 'desk.remedy_by', optional: true })
const learning = longText({ id: 'desk-learning', max: 5000, record: 'desk.learning', optional: true })
const close = choice({ id: 'desk-close', options: ['yes', 'no'], record: 'desk.close' })

const pointsOf = (found: Case | null) => (found && currentStage(found)?.points) ?? []

function pointQuestions(found: Case | null): readonly Question[] {
  return pointsOf(found).flatMap(({ number, ours }) => [
    longText({ id: `desk-answer-${number}`, max: 10_000, record: 'desk.answer', optional: !ours }),
    ...(ours
      ? [choice({ id: `desk-decision-on-${number}`, options: decisions, record: 'desk.decision' })]
      : []),
  ])
}

const actionQuestions = (kinds: readonly string[]): readonly Question[] =>
  places.flatMap((place) => [
    shortText({ id: `desk-action-${place}`, max: 2000, record: 'desk.action', optional: true }),
    choice({ id: `desk-action-kind-${place}`, options: kinds, record: 'desk.kind', optional: true }),
    shortText({ id: `desk-action-owner-${place}`, max: 200, record: 'desk.owner', optional: true }),
    comingDay({ id: `desk-action-by-${place}`, record: 'desk.by', optional: true }),
  ])

/** The actions that were filled in; and what lacks its kind, its owner or its day. */
function actionsIn({ answer }: SentAct) {
  const errors: FieldError[] = []
  const actions = places.flatMap((place) => {
    const [action, kind, owner, by] = ['', '-kind', '-owner', '-by'].map((part) =>
      answer(`desk-action${part}-${place}`),
    )
    if (![action, kind, owner, by].some(Boolean)) return []
    for (const [part, value] of [
      ['', action],
      ['-kind', kind],
      ['-owner', owner],
      ['-by', by],
    ] as const) {
      const question = `desk-action${part}-${place}`
      if (!value)
        errors.push({ question, field: part === '-by' ? `${question}-day` : question, code: 'needed' })
    }
    return [{ kind, action, owner, by }]
  })
  return { actions, errors }
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const orNull = (text: string) => text || null

/** Answers every point with its reasons and a decision, and says what is done (DOMAIN 1.5, 2.4 and 2.5). */
export const reply: Act = {
  id: 'reply',
  about: 'case',
  // What is answered is what we said that we understood: so it is acknowledged first.
  offered: (found) => isOpen(found) && pointsOf(found).length > 0,
  journey: (found, { portal: { council } }: Around) => {
    const { reasons, learning: learned, actions } = council.categories
    const theme = choice({ id: 'desk-theme', options: ids(reasons), record: 'desk.theme', optional: true })
    const kind = choice({
      id: 'desk-learning-kind',
      options: ids(learned),
      record: 'desk.kind',
      optional: true,
    })
    return {
      id: 'desk-reply',
      steps: [
        { id: 'points', questions: [investigated, ...pointQuestions(found)] },
        { id: 'whole', questions: [decision, outcome, apology, remedy, remedyBy] },
        { id: 'learning', questions: [theme, learning, kind] },
        { id: 'actions', questions: actionQuestions(ids(actions)) },
        { id: 'close', questions: [close] },
      ],
    }
  },
  // Each point stands above its answer.
  remarks: (found, { wording: { t } }) =>
    Object.fromEntries(
      pointsOf(found).map(({ number, text, ours, whose }) => [
        `desk-answer-${number}`,
        ours ? text : t('desk.notes.point-of-others', { text, whose: whose ?? t('desk.notes.others') }),
      ]),
    ),
  toArgs: (sent, found, { portal }) => {
    const { answer } = sent
    const { actions, errors } = actionsIn(sent)
    if (errors.length) return { errors }
    const closes = answer('desk-close') === 'yes'
    const { keys, randomId, council } = portal
    return {
      reference: found!.complaint.reference,
      investigated: answer('desk-investigated'),
      points: pointsOf(found).flatMap(({ number }) => {
        const said = answer(`desk-answer-${number}`)
        return said
          ? [{ point: number, answer: said, decision: orNull(answer(`desk-decision-on-${number}`)) }]
          : []
      }),
      decision: answer('desk-decision'),
      outcome_description: answer('desk-outcome-said'),
      apology: orNull(answer('desk-apology')),
      remedy: orNull(answer('desk-remedy')),
      remedy_by: orNull(answer('desk-remedy-by')),
      theme: orNull(answer('desk-theme')),
      learning: orNull(answer('desk-learning')),
      learning_kind: orNull(answer('desk-learning-kind')),
      actions,
      close: closes,
      ...(closes && askingHowWeDid({ keys, newId: randomId, closedAt: portal.now(), council })),
    }
  },
}
