import { closeForm, type Opened } from '../../complaints/consent/grant.ts'
import type { ConsentSeen } from '../../complaints/consent/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { aboutConsent, standing, type Asking } from '../../components/consent/about.ts'
import { CodePage } from '../../components/consent/code-page.tsx'
import { StandingPage } from '../../components/consent/standing-page.tsx'
import type { Fields } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import { page } from '../answer.ts'
import type { Edition } from '../edition.ts'
import { fillPage } from '../fill-page.tsx'
import { formPages } from '../form-pages.tsx'
import { consentPlace } from './places.ts'

interface CodeFacts {
  readonly status: number
  readonly fields?: Fields
  readonly errors?: readonly FieldError[]
  readonly note?: 'closed' | 'opens-nothing'
  readonly problem?: boolean
}

/** The pages of consent, each in the layout of the page that asks for a code. */
export function consentPages(portal: Portal, edition: Edition) {
  const { wording, around, facts, root, title } = edition
  const { t } = wording
  const { phone, textRelay, email } = portal.council.contacts.complaints
  const fill = (name: string, main: Parameters<typeof fillPage>[2], status: number) =>
    page(fillPage(portal.pages.read(`${root}${consentPlace.page}`), title(name), main), status)

  const notes = (asking: Asking) => aboutConsent(asking, wording)

  return {
    /** What to say above the question, on each page of its form. */
    notes,

    /** Asks for the reference and the code, with what is to mend. */
    code({ status, fields = {}, errors = [], note, problem }: CodeFacts): Response {
      const name = t('consent-code.title')
      const wrong = errors.length > 0 || problem
      const main = (
        <CodePage {...{ root, note, problem, fields, errors, wording, around }} intro={facts.intro} />
      )
      return fill(wrong ? t('form.errors.page-title', { title: name }) : name, main, status)
    },

    /** The question, or what was answered. `at` is the sealed address of this page. */
    async seen(seen: ConsentSeen, { by }: Opened, at: string, asked: URLSearchParams): Promise<Response> {
      const grant = await closeForm(seen, by, portal)
      const is = standing(seen)
      const open = (seen.state === 'asked' || seen.state === 'refused') && !isPast(seen, around.today)
      if (!is || (open && asked.has('again'))) {
        const about = { ...seen, answerBy: seen.answer_by, months: seen.months_after_closing }
        const place = { ...consentPlace, carried: { grant }, notes: notes(about) }
        return formPages(portal, edition, place).wholeForm({}, [])
      }
      const main = (
        <StandingPage
          {...{ seen, is, grant, wording, around }}
          submissionId={portal.randomId()}
          change={open ? `${root}consent/open/?t=${at}&again=1` : null}
          notTaken={asked.has('not-taken')}
          contact={{ phone, textRelay, email }}
        />
      )
      return fill(t(`consent.standing.${is}.title`), main, 200)
    },
  }
}

const isPast = ({ answer_by }: ConsentSeen, today: string): boolean => answer_by !== null && answer_by < today
