import { savable } from '../../form/savable.ts'
import type { Wording } from '../../form/wording.ts'
import { Linked } from '../linked.tsx'

export interface IntroFacts {
  readonly phone: string
  /** Where the other ways to get in touch are told. */
  readonly contactPage: string
  /** Where saved answers are opened. */
  readonly resumePage: string
}

interface Props extends IntroFacts {
  readonly journeyId: string
  readonly wording: Wording
}

/** What the form is for, above its first question. */
export const Intro = ({ journeyId, wording: { t, has }, phone, contactPage, resumePage }: Props) => (
  <div class="intro">
    <h1>{t(`${journeyId}.title`)}</h1>
    <p class="lead">{t(`${journeyId}.lead`)}</p>
    {has(`${journeyId}.other-ways`) && (
      <p>
        <Linked text={t(`${journeyId}.other-ways`, { phone })} phones={[phone]} />{' '}
        <a href={contactPage}>{t(`${journeyId}.other-ways-link`)}</a>
      </p>
    )}
    {savable.includes(journeyId) && (
      <p>
        {t('form.resume.lead')} <a href={resumePage}>{t('form.resume.link')}</a>
      </p>
    )}
  </div>
)
