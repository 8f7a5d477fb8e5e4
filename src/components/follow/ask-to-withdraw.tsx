import type { Wording } from '../../form/wording.ts'
import { Button } from '../govuk/button.tsx'
import { Linked } from '../linked.tsx'
import type { FollowFacts } from './facts.ts'

interface Props {
  readonly grant: string
  readonly reference: string
  /** How many working days there are to take it up again. */
  readonly days: number
  readonly wording: Wording
  readonly told: FollowFacts
}

/** What withdrawing comes to, before it is done, and the way back to the complaint. */
export function AskToWithdraw({ grant, reference, days, wording: { t, language }, told }: Props) {
  const { phone } = told
  return (
    <>
      <h1>{t('follow.withdraw.ask.title')}</h1>
      <p class="lead">{t('follow.withdraw.ask.lead', { reference })}</p>
      <ul>
        <li>{t('follow.withdraw.ask.stops')}</li>
        <li>{t('follow.withdraw.ask.way-back', { days: t('site.count.working-days', { count: days }) })}</li>
        <li>{t('follow.withdraw.ask.safety')}</li>
      </ul>
      <p>
        <Linked text={t('follow.withdraw.ask.instead', { phone })} phones={[phone]} />
      </p>
      <form action="/api/follow" method="post">
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="grant" value={grant} />
        <div class="govuk-button-group">
          <Button name="go" value="confirm-withdraw">
            {t('follow.withdraw.ask.yes')}
          </Button>
          <a href={`/follow/open/?t=${grant}`}>{t('follow.withdraw.ask.no')}</a>
        </div>
      </form>
    </>
  )
}
