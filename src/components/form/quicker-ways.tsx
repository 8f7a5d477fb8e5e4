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
export function stylesForWays(ways: Ways): string {
  const rules = Object.keys(ways).map(
    (id) => `.whole:not(:has([name="service"][value="${id}"]:checked)) #ways-${id}{display:none}`,
  )
  const complaint = '.whole:not(:has([name="kind"][value="complaint"]:checked)) .quicker{display:none}'
  return `@supports selector(:has(a)){${complaint}${rules.join('')}}`
}
