import type { Wording } from '../../form/wording.ts'
import { Linked } from '../linked.tsx'

/** Whom to ring, from council.json, in the edition's language. */
export interface HelpNowFacts {
  readonly adults: { readonly phone: string; readonly hours: string }
  readonly children: { readonly phone: string; readonly hours: string }
  readonly outOfHoursPhone: string
  /** When the safeguarding address is read. */
  readonly readMessages: string
}

interface Props {
  readonly facts: HelpNowFacts
  readonly wording: Wording
  /** Once the form has been sent: who has been told. There is nothing left to go on with. */
  readonly after?: string
}

/** How to get help at once, before going on with the form. */
export function HelpNow({ facts, wording: { t }, after }: Props) {
  const say = (key: string, values: Record<string, string> = {}) => (
    <Linked
      text={t(`complain.steps.help-now.${key}`, values)}
      phones={['999', ...(values['phone'] ? [values['phone']] : [])]}
    />
  )
  return (
    <>
      <div class="urgent">
        <p>
          <strong>{say('danger')}</strong>
        </p>
        <ul>
          <li>{say('adults', facts.adults)}</li>
          <li>{say('children', facts.children)}</li>
          <li>{say('out-of-hours', { phone: facts.outOfHoursPhone })}</li>
        </ul>
      </div>
      <p>{after ?? say('then', { when: facts.readMessages })}</p>
      {!after && <p>{say('go-on')}</p>}
    </>
  )
}
