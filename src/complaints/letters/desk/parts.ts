import { closing, ombudsmanFor } from '../closing.ts'
import { needsOf, procedureIn, said, written } from '../facts.ts'
import type { Block } from '../letter.ts'
import type { DeskWriting } from './ports.ts'

type Fact = readonly [string, string]

/** The stage that the letter is about; null where council.json no longer has it. */
export const stageIn = (writing: DeskWriting) =>
  procedureIn(writing)?.stages.find(({ id }) => id === writing.complaint.stage?.id) ?? null

export const greeting = ({ complaint, wording }: DeskWriting): readonly Block[] =>
  complaint.person.name ? [{ paragraph: wording.t('letters.hello', { name: complaint.person.name }) }] : []

/** Which complaint it is: its reference, when it came, the service, how far it is. */
export function whichComplaint(writing: DeskWriting, more: readonly Fact[] = []): Block {
  const { complaint, wording } = writing
  const { t } = wording
  const stage = stageIn(writing)
  return {
    facts: [
      [t('letters.reference-label'), complaint.reference],
      [t('letters.received'), written(writing, complaint.received_on)],
      [t('letters.service'), wording.serviceName(complaint.service)],
      ...(stage ? [[t('follow.facts.stage'), said(writing, stage.name)] as const] : []),
      ...more,
    ],
  }
}

/** Who deals with it: by name, role and number once somebody is named, and until then who that will be. */
export function whoDealsWithIt(writing: DeskWriting): readonly Block[] {
  const { desk, wording } = writing
  const { t } = wording
  const stage = stageIn(writing)
  const { handler } = desk
  if (!handler) return stage ? [{ facts: [[t('follow.facts.decider'), said(writing, stage.decidedBy)]] }] : []
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('follow.facts.decider'), handler.name],
    [t('desk-letters.role'), handler.role],
    [t('desk-letters.phone'), handler.phone],
    [t('desk-letters.email'), handler.email],
  ]
  return [{ facts: facts.flatMap(([name, value]) => (value ? [[name, value] as const] : [])) }]
}

/** The last day for the reply: the new one where it was put off. */
export const replyBy = ({ complaint, desk }: DeskWriting): string | null =>
  desk.extension?.until ?? complaint.stage?.respond_by ?? null

/** When the reply comes, or how that is agreed; and that it may take longer, where it may. */
export function whenWeReply(writing: DeskWriting): readonly Block[] {
  const { t } = writing.wording
  const stage = stageIn(writing)
  const day = replyBy(writing)
  if (day)
    return [
      { paragraph: t('letters.outlook.two-dates.date', { respondBy: written(writing, day) }) },
      ...(stage?.extension && !writing.desk.extension ? [{ paragraph: t('letters.outlook.extension') }] : []),
    ]
  return [
    {
      paragraph:
        stage?.openReply === 'without-delay'
          ? t('letters.outlook.without-delay.lead', { decider: said(writing, stage.decidedBy) })
          : t('letters.outlook.to-be-agreed.lead'),
    },
  ]
}

/** What an officer wrote, under a heading of ours; nothing where they wrote nothing. */
export const underHeading = (
  heading: string,
  ...texts: readonly (string | null | undefined)[]
): readonly Block[] => {
  const written = texts.flatMap((text) => text || [])
  return written.length ? [{ heading }, { written }] : []
}

/** The same under a smaller title, for what belongs to the heading above. */
export const underTitle = (question: string, text: string | null | undefined): readonly Block[] =>
  text ? [{ exchanges: [{ id: 'desk', question, answer: [text] }] }] : []

/** How to add to it or put it right, in words that hold on paper too. */
export const howToAdd = ({ council, wording, site }: DeskWriting): readonly Block[] => [
  { heading: wording.t('letters.add') },
  { paragraph: wording.t('desk-letters.add-how', { phone: council.contacts.complaints.phone }) },
  { paragraph: wording.t('letters.add-online', { address: `${site}/add/` }) },
]

/** What the person needs from us, as we hold it. */
export function whatTheyNeed(writing: DeskWriting): readonly Block[] {
  const { t } = writing.wording
  const needs = needsOf(writing)
  return needs ? [{ heading: t('letters.needs') }, { paragraph: t('letters.needs-noted', { needs }) }] : []
}

/** Whom to ask who does not work for us, at any time. */
export function independentAdvice(writing: DeskWriting): readonly Block[] {
  const blocks = ombudsmanFor(writing)
  return blocks.length ? [{ heading: writing.wording.t('desk-letters.independent') }, ...blocks] : []
}

/** How each of these letters ends. */
export const ending = (writing: DeskWriting): readonly Block[] => [
  ...closing(writing).slice(0, -1),
  {
    paragraph: writing.wording.t('desk-letters.formats', {
      phone: writing.council.contacts.complaints.phone,
    }),
  },
  ...closing(writing).slice(-1),
]
