import type { AdditionFacts, AdditionTemplate, FilesFacts, LetterFacts, Template } from './ports.ts'
import { filesForTeam, withoutFileNames } from './about-files.ts'
import { closing } from './closing.ts'
import { written, type Writing } from './facts.ts'
import type { Block, Letter } from './letter.ts'

/** What a letter about something added is written from. `complaint` is null where nobody has matched it. */
export interface AdditionWriting extends Omit<Writing, 'complaint'> {
  readonly complaint: LetterFacts | null
  readonly addition: AdditionFacts
  readonly files?: FilesFacts | null | undefined
}

const templates: readonly Template[] = [
  'addition-received',
  'addition-unmatched',
  'contact-changed',
  'new-addition',
]

export const isAboutAddition = (template: Template): template is AdditionTemplate =>
  templates.includes(template)

/**
 * To whoever added something, that it has come; to an address that was changed, that it was; to the team, all of it.
 *
 * Without a code the letter names neither the complaint nor a word of what was sent: the address it goes to was
 * given with it, and may be anybody's.
 */
export function letterAboutAddition(template: AdditionTemplate, writing: AdditionWriting): Letter {
  const { complaint, addition, wording } = writing
  const { t } = wording
  const reference = complaint?.reference ?? ''
  if (template === 'new-addition') return toTeam(writing)
  if (template === 'addition-unmatched')
    return {
      subject: t('letters.addition-unmatched.subject'),
      blocks: [
        { paragraph: t('letters.addition-unmatched.lead', { day: day(writing) }) },
        { paragraph: t('letters.addition-unmatched.next') },
        { paragraph: t('letters.addition-unmatched.not-you') },
        ...closing(writing),
      ],
    }
  const changed = template === 'contact-changed'
  return {
    subject: t(`letters.${template}.subject`, { reference }),
    blocks: [
      // Whoever reads the old address may be somebody else by now.
      ...(complaint?.person.name && !changed
        ? [{ paragraph: t('letters.hello', { name: complaint.person.name }) }]
        : []),
      {
        paragraph: t(
          changed ? 'letters.contact-changed.lead' : `letters.addition-received.${addition.kind}`,
          {
            reference,
            day: day(writing),
          },
        ),
      },
      {
        paragraph: t(`letters.${template}.next`, { phone: writing.council.contacts.complaints.phone }),
      },
      ...closing(writing),
    ],
  }
}

const day = (writing: AdditionWriting): string => written(writing, writing.addition.received_on)

function toTeam(writing: AdditionWriting): Letter {
  const { complaint, addition, wording } = writing
  const { t } = wording
  const { verified, kind, transcript } = addition
  const facts: readonly (readonly [string, string])[] = [
    ...(complaint
      ? ([
          [t('letters.reference-label'), complaint.reference],
          [t('letters.service'), wording.serviceName(complaint.service)],
        ] as const)
      : ([[t('letters.new-addition.reference-typed'), addition.reference ?? '']] as const)),
    [t('letters.received'), day(writing)],
  ]
  const blocks: readonly Block[] = [
    { paragraph: t(`letters.new-addition.kind.${kind}`) },
    { facts },
    { heading: t('letters.new-submission.do.title') },
    { paragraph: t(verified ? `letters.new-addition.do.${kind}` : 'letters.new-addition.do.unmatched') },
    ...filesForTeam(writing.files, wording),
    { heading: t('letters.new-submission.told') },
    { exchanges: withoutFileNames(transcript) },
  ]
  return {
    subject: verified
      ? t('letters.new-addition.subject', { reference: complaint?.reference ?? '' })
      : t('letters.new-addition.subject-unmatched'),
    blocks,
  }
}
