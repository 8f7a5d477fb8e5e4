import type { Wording } from '../../form/wording.ts'
import { dayInWords } from '../../words/dates.ts'
import type { ConsentState } from '../../complaints/consent/state.ts'

/** What a page says of the question itself. */
export interface Asking {
  readonly representative: string | null
  /** Id of the service. */
  readonly service: string
  readonly answerBy: string | null
  /** How long a yes lasts after the complaint is closed. */
  readonly months: number
}

/** Who wants to complain for the person and about which service, what an answer does, and no more. */
export function aboutConsent(asking: Asking, wording: Wording): readonly string[] {
  const { t, language } = wording
  const { answerBy, months } = asking
  return [
    t('consent.about.who', {
      who: asking.representative ?? '',
      service: wording.serviceName(asking.service),
    }),
    [
      t('consent.about.decide'),
      ...(answerBy ? [t('consent.about.by', { day: dayInWords(answerBy, language) })] : []),
    ].join(' '),
    t('consent.about.lasts', { months: t('site.count.months', { count: months }) }),
    t('consent.about.pressed'),
  ]
}

/** How a consent stands, as its page names it. */
export type Standing = 'claimed' | 'confirmed' | 'refused' | 'talk-first' | 'withdrawn' | 'lapsed' | 'over'

/** Null where the person has yet to answer. */
export function standing({
  state,
  answer,
}: {
  readonly state: ConsentState
  readonly answer: string | null
}): Standing | null {
  switch (state) {
    case 'asked':
      return answer === 'talk-first' ? 'talk-first' : null
    case 'claimed':
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
      return state
    default:
      return answer === 'yes' ? 'over' : 'lapsed'
  }
}
