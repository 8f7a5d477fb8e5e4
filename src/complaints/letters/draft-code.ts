import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { Letter as Html } from '../../components/letter.tsx'
import type { Council } from '../../council/council.ts'
import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import type { Mail } from '../outbox.ts'
import type { Day } from '../../council/working-days.ts'
import { closing } from './closing.ts'
import { said } from './facts.ts'
import { plainText, type Letter } from './letter.ts'

interface Writing {
  readonly code: string
  readonly keptThrough: Day
  /** The whole address of the page to come back to. */
  readonly address: string
  readonly council: Council
  readonly wording: Wording
}

/** The email with the code of saved answers: it holds none of them, and its subject does not say what it is about. */
export function draftCodeMail(to: string, { code, keptThrough, address, council, wording }: Writing): Mail {
  const { t, language } = wording
  const letter: Letter = {
    subject: t('resume.letter.subject', { council: said({ wording }, council.name) }),
    blocks: [
      { paragraph: t('resume.letter.lead') },
      {
        facts: [
          [t('resume.letter.code'), code],
          [t('resume.letter.go-to'), address],
        ],
      },
      { paragraph: t('resume.letter.until', { day: dayInWords(keptThrough, language) }) },
      { paragraph: t('resume.letter.private') },
      { paragraph: t('resume.letter.not-you') },
      ...closing({ council, wording }),
    ],
  }
  const direction = council.languages.find(({ tag }) => tag === language)?.dir ?? 'ltr'
  return {
    to,
    replyTo: council.contacts.complaints.email,
    subject: letter.subject,
    text: plainText(letter, language),
    html: `<!doctype html>${render(h(Html, { letter, language, direction }))}`,
  }
}
