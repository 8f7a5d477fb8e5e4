import type { Exchange } from '../../form/outputs/transcript.ts'
import type { AdditionFacts, FilesFacts, FilesTemplate, LetterFacts, Template } from './ports.ts'
import { closing } from './closing.ts'
import type { Writing } from './facts.ts'
import type { Block, Letter } from './letter.ts'

/** What a letter about files is written from. `complaint` is null where nobody has matched the addition they came with. */
export interface FilesWriting extends Omit<Writing, 'complaint'> {
  readonly complaint: LetterFacts | null
  readonly addition: AdditionFacts | null
  readonly files: FilesFacts
}

const templates: readonly Template[] = ['file-not-safe', 'file-kept-back']

export const isAboutFiles = (template: Template): template is FilesTemplate => templates.includes(template)

/** That a file was not safe to open: to whoever sent it, and to the team, who is not given it. */
export function letterAboutFiles(template: FilesTemplate, writing: FilesWriting): Letter {
  return template === 'file-kept-back' ? toTeam(writing) : toSender(writing)
}

/** Whoever sent it without a code may be anybody: that letter names neither the complaint nor the file. */
function toSender(writing: FilesWriting): Letter {
  const { complaint, addition, files, wording, council } = writing
  const { t } = wording
  const known = complaint && addition?.verified !== false ? complaint : null
  return {
    subject: known
      ? t('letters.file-not-safe.subject', { reference: known.reference })
      : t('letters.file-not-safe.subject-unmatched'),
    blocks: [
      ...(known?.person.name ? [{ paragraph: t('letters.hello', { name: known.person.name }) }] : []),
      { paragraph: t('letters.file-not-safe.lead', { count: files.kept_back }) },
      ...(known && files.names.length ? [{ list: files.names }] : []),
      { paragraph: t('letters.file-not-safe.rest') },
      { paragraph: t('letters.file-not-safe.next', { phone: council.contacts.complaints.phone }) },
      { paragraph: t('letters.file-not-safe.device') },
      ...closing(writing),
    ],
  }
}

function toTeam({ complaint, addition, files, wording }: FilesWriting): Letter {
  const { t } = wording
  const reference = complaint?.reference
  const written = complaint && complaint.person.reply_route === 'email' && addition?.verified !== false
  const blocks: Block[] = [
    { paragraph: t('letters.file-kept-back.lead', { count: files.kept_back }) },
    {
      facts: [
        reference
          ? [t('letters.reference-label'), reference]
          : [t('letters.new-addition.reference-typed'), addition?.reference ?? ''],
      ],
    },
    { heading: t('letters.new-submission.do.title') },
    { paragraph: t(written ? 'letters.file-kept-back.told' : 'letters.file-kept-back.tell') },
  ]
  return {
    subject: reference
      ? t('letters.file-kept-back.subject', { reference })
      : t('letters.file-kept-back.subject-unmatched'),
    blocks,
  }
}

/** For the team, how many files came; nothing where there are none. */
export const filesForTeam = (
  files: FilesFacts | null | undefined,
  { t }: Writing['wording'],
): readonly Block[] =>
  files?.count
    ? [{ heading: t('letters.files.title') }, { paragraph: t('letters.files.some', { count: files.count }) }]
    : []

/** What was told, without the names of files: they can say much, and the team finds them with the files. */
export const withoutFileNames = (exchanges: readonly Exchange[]): readonly Exchange[] =>
  exchanges.filter(({ id }) => id !== 'files')
