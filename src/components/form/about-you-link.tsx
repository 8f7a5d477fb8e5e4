import type { Wording } from '../../form/wording.ts'

interface Props {
  readonly wording: Wording
  readonly href: string
}

/** Leads from a page after sending to the questions about the person: a plain link, which carries nothing over. */
export const AboutYouLink = ({ wording: { t }, href }: Props) => (
  <>
    <h2 id="sent-about-you">{t('about-you.link.title')}</h2>
    <p>{t('about-you.link.lead')}</p>
    <p>
      <a href={href}>{t('about-you.link.go-on')}</a>
    </p>
  </>
)
