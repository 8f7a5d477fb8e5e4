import type { ComponentChildren } from 'preact'
import { sessionField } from '../../desk/session.ts'
import type { Wording } from '../../form/wording.ts'
import { NotificationBanner } from '../govuk/notification-banner.tsx'

/** What every page of the desk is made with. */
export interface AtTheDesk {
  readonly wording: Wording
  /** The sealed session that the page's forms carry. */
  readonly session: string
  /** Who has signed in. */
  readonly name: string
}

/** Where every form of the desk posts to. */
export const deskAction = '/api/desk'

const formId = 'desk'

interface GoProps {
  /** Where it leads, such as `list:overdue`. */
  readonly to: string
  readonly children: ComponentChildren
  /** Heard and not seen after its words. */
  readonly hidden?: string
}

/**
 * A button that reads as a link. It posts the page's one form, and with it the session: so no address holds it, and no
 * other site can make somebody follow one.
 */
export const Go = ({ to, children, hidden }: GoProps) => (
  <button type="submit" form={formId} name="go" value={to} class="go">
    {children}
    {hidden && <span class="govuk-visually-hidden"> {hidden}</span>}
  </button>
)

/** Says that an act was done; nothing where none was. */
export const Done = ({ act, wording: { t } }: { act: string | undefined; wording: Wording }) =>
  act ? (
    <NotificationBanner success title={t('desk.done')} tabindex={-1} autofocus>
      <p>{t(`acts.${act}.done`)}</p>
    </NotificationBanner>
  ) : null

interface Props extends AtTheDesk {
  readonly children: ComponentChildren
}

/** The frame of every page of the desk: who has signed in, and the ways on. */
export function DeskFrame({ wording: { t }, session, name, children }: Props) {
  return (
    <>
      <form id={formId} action={deskAction} method="post">
        <input type="hidden" name={sessionField} value={session} />
      </form>
      <nav class="desk-nav screen-only" aria-label={t('desk.nav.label')}>
        <ul>
          <li>
            <Go to="lists">{t('desk.nav.lists')}</Go>
          </li>
          <li>
            <Go to="act:record">{t('desk.nav.record')}</Go>
          </li>
          <li>
            <Go to="act:export">{t('desk.nav.export')}</Go>
          </li>
          <li>
            <Go to="act:export-person">{t('desk.nav.export-person')}</Go>
          </li>
          <li>
            <Go to="sign-out">{t('desk.nav.sign-out')}</Go>
          </li>
        </ul>
        <p>{t('desk.nav.who', { name })}</p>
      </nav>
      {children}
    </>
  )
}
