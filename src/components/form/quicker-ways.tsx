import type { Journey } from '../../form/journey.ts'
import { stylesToShow } from '../../form/outputs/shown-where.ts'
import type { Wording } from '../../form/wording.ts'

/** A matter of one service that has its own way to be put right, and where that is told. */
export interface Way {
  readonly about: string
  readonly href: string
}

/** The ways of each service that has any, by the service's id. */
export type Ways = Readonly<Record<string, readonly Way[]>>

interface Props {
  readonly service: string
  readonly ways: Ways
  readonly wording: Wording
}

/** Says that there may be a quicker way than a complaint. Nobody is turned away: they can go on here all the same. */
export function QuickerWays({ service, ways, wording: { t } }: Props) {
  const known = ways[service]
  if (!known) return null
  return (
    <div class="quicker" id={`ways-${service}`}>
      <p>
        <strong>{t('form.quicker.title')}</strong>
      </p>
      <p>{t('form.quicker.lead')}</p>
      <ul>
        {known.map(({ about, href }) => (
          <li>
            <a href={href}>{about}</a>
          </li>
        ))}
      </ul>
      <p>{t('form.quicker.go-on')}</p>
    </div>
  )
}

/** The styles that show, on the page with every step, the ways of the chosen service, and only for a complaint. */
export const stylesForWays = (ways: Ways, journey: Journey): string =>
  Object.keys(ways)
    .map((id) => {
      const isComplaint = { question: 'kind', is: ['complaint'] }
      return stylesToShow(`#ways-${id}`, { all: [isComplaint, { question: 'service', is: [id] }] }, journey)
    })
    .join('')
