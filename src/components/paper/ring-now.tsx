import type { Condition } from '../../form/condition.ts'
import type { HelpNowFacts } from '../form/help-now.tsx'
import { Linked } from '../linked.tsx'
import { ticks } from './instructions.ts'
import type { OnPaper } from './paper-question.tsx'

interface Props extends Pick<OnPaper, 'paper' | 'wording'> {
  readonly when: Condition
  readonly facts: HelpNowFacts
}

/** What interrupts the form on a screen: on paper it is said to those whom it is for. */
export function RingNow({ when, facts, paper, wording }: Props) {
  const { t } = wording
  if (!('is' in when)) throw new Error('Only what is ticked can interrupt the form on paper.')
  const number = paper.find(({ question }) => question.id === when.question)?.number ?? 0
  const say = (key: string, values: Record<string, string> = {}) => (
    <Linked
      text={t(`complain.steps.help-now.${key}`, values)}
      phones={['999', ...(values['phone'] ? [values['phone']] : [])]}
    />
  )
  return (
    <section class="urgent">
      <h3>
        {t('paper.risk.title', { options: ticks({ number, options: when.is }, paper, wording), number })}
      </h3>
      <p>{t('paper.risk.lead')}</p>
      <ul>
        <li>{say('danger')}</li>
        <li>{say('adults', facts.adults)}</li>
        <li>{say('children', facts.children)}</li>
        <li>{say('out-of-hours', { phone: facts.outOfHoursPhone })}</li>
      </ul>
    </section>
  )
}
