import type { Portal } from '../../complaints/ports.ts'
import { ResumeForm } from '../../components/drafts/resume-form.tsx'
import { SavedPage } from '../../components/drafts/saved-page.tsx'
import type { Fields } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import { page } from '../answer.ts'
import type { Edition } from '../edition.ts'
import { fillPage } from '../fill-page.tsx'
import { resumePlace } from './places.ts'

interface Asked {
  readonly status: number
  readonly fields?: Fields
  readonly errors?: readonly FieldError[]
  readonly deleted?: boolean
  readonly problem?: boolean
}

interface Saved {
  readonly code: string
  readonly keptThrough: string | null
  readonly status?: number
  readonly fields?: Fields
  readonly errors?: readonly FieldError[]
  readonly mail?: 'sent' | 'failed'
}

/** The pages about saved answers, each in the layout of `/resume/`. */
export function draftPages(portal: Portal, edition: Edition) {
  const { wording, around, root, title, facts } = edition
  const { t } = wording
  const fill = (name: string, main: Parameters<typeof fillPage>[2], status: number, wrong: boolean) =>
    page(
      fillPage(
        portal.pages.read(`${root}${resumePlace.page}`),
        title(wrong ? t('form.errors.page-title', { title: name }) : name),
        main,
      ),
      status,
    )
  return {
    /** The code to type, with what went wrong before. */
    form({ status, fields = {}, errors = [], deleted, problem }: Asked): Response {
      const form = (
        <ResumeForm
          {...{ fields, errors, deleted, problem, wording, around, root }}
          intro={facts.intro}
          days={portal.council.retention.draftDays}
        />
      )
      return fill(t('resume.title'), form, status, errors.length > 0 || problem === true)
    },

    /** The code of what was saved. */
    saved({ code, keptThrough, status = 200, fields = {}, errors = [], mail }: Saved): Response {
      const main = (
        <SavedPage
          {...{ code, keptThrough, fields, errors, mail, wording, around, root }}
          address={`${portal.site.replace(/^https?:\/\//, '')}${root}${resumePlace.page}`}
        />
      )
      return fill(t('resume.saved.title'), main, status, errors.length > 0 || mail === 'failed')
    },
  }
}
