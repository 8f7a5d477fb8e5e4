import type { Followed, TheirWords } from '../../complaints/follow/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { AskToWithdraw } from '../../components/follow/ask-to-withdraw.tsx'
import { ComplaintPage, pageName } from '../../components/follow/complaint-page.tsx'
import { followFacts } from '../../components/follow/facts.ts'
import { OpenForm } from '../../components/follow/open-form.tsx'
import type { WordsError } from '../../components/follow/words-form.tsx'
import { follow } from '../../form/journeys/follow.ts'
import type { Fields } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import { page } from '../answer.ts'
import type { Edition } from '../edition.ts'
import { fillPage } from '../fill-page.tsx'
import { followPlace } from './addresses.ts'

interface FormShown {
  readonly status: number
  readonly fields?: Fields
  readonly errors?: readonly FieldError[]
  /** Why the form is here and not what was asked for, as a key of `follow.notes`. */
  readonly note?: 'closed' | 'opens-nothing' | 'too-many-tries'
  /** True where the record is away. */
  readonly problem?: boolean
}

/** The pages of a complaint that is followed, each in the layout of `/follow/`. */
export function followPages(portal: Portal, edition: Edition) {
  const { wording, around, root, title, facts } = edition
  const { t } = wording
  const built = () => portal.pages.read(`${root}${followPlace.page}`)
  const name = t('follow.title')
  const told = followFacts(portal.council, wording, root)

  return {
    /** The reference and the code to type, with what went wrong before. */
    form({ status, fields = {}, errors = [], note, problem }: FormShown): Response {
      const wrong = errors.length > 0 || problem
      const form = (
        <OpenForm
          {...{ journey: follow, action: followPlace.action, fields, errors, note, problem, wording, around }}
          intro={facts.intro}
          root={root}
        />
      )
      const named = title(wrong ? t('form.errors.page-title', { title: name }) : name)
      return page(fillPage(built(), named, form), status)
    },

    /** How far a complaint has come, and what can be done with it. */
    complaint(
      followed: Followed,
      grant: string,
      { words, wrong }: { words?: TheirWords; wrong?: WordsError } = {},
    ): Response {
      const main = (
        <ComplaintPage
          {...{ followed, grant, words, wrong, wording, told }}
          today={around.today}
          root={root}
        />
      )
      const named = pageName(followed, wording)
      const whole = title(wrong ? t('form.errors.page-title', { title: named }) : named)
      return page(fillPage(built(), whole, main), wrong ? 422 : 200)
    },

    /** Asks once more before a complaint is withdrawn. */
    askToWithdraw(followed: Followed, grant: string): Response {
      const main = (
        <AskToWithdraw
          {...{ grant, wording, told }}
          reference={followed.reference}
          days={portal.council.withdrawal.takeUpWorkingDays}
        />
      )
      return page(fillPage(built(), title(t('follow.withdraw.ask.title')), main), 200)
    },
  }
}
