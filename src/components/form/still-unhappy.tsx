import type { Wording } from '../../form/wording.ts'

interface Props {
  readonly wording: Wording
  /** Where the edition's pages start. */
  readonly root: string
}

/** Where somebody who is unhappy goes from a survey, which is no way to complain (DOMAIN 2.3, 2.6). */
export const StillUnhappy = ({ wording: { t }, root }: Props) => (
  <>
    <p>{t('survey.not-a-complaint')}</p>
    <ul>
      <li>
        <a href={`${root}still-unhappy/`}>{t('survey.still-unhappy')}</a>
      </li>
      <li>
        <a href={`${root}complain/`}>{t('survey.complain')}</a>
      </li>
    </ul>
  </>
)
