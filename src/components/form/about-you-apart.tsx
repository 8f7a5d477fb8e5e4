import type { Wording } from '../../form/wording.ts'

interface Props {
  readonly wording: Wording
  /** How many people's answers are kept together. */
  readonly count: number
}

/** What becomes of what a person says of themself, said before anything is asked. */
export const AboutYouApart = ({ wording: { t }, count }: Props) => (
  <>
    <h2>{t('about-you.apart.title')}</h2>
    <p>{t('about-you.apart.lead', { count })}</p>
    <p>{t('about-you.apart.for-good')}</p>
  </>
)
