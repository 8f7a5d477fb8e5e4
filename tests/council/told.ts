import { ContentError } from '../../src/council/parse.ts'

export const en = (text: string) => ({ en: text })

/** A small routes.json in which all is well. */
export const someRoutes = {
  contacts: [
    { id: 'parking', name: en('Parking Team'), phone: '01632 960188', web: 'https://example.org' },
    {
      id: 'tribunal',
      name: en('A tribunal'),
      phone: '01632 960199',
      source: 'Its page.',
      checked: '2026-11-21',
    },
  ],
  routes: [
    {
      id: 'parking-fine',
      group: 'decisions',
      services: ['parking'],
      about: en('A parking fine'),
      forWhom: en('Anyone'),
      todo: [en('Challenge it.')],
      page: 'urgent-help',
      contacts: ['parking', 'tribunal'],
      limit: { text: en('You have 28 days.'), source: 'A page.', checked: '2026-11-21' },
      anyway: en('You can still complain.'),
    },
    {
      id: 'job',
      group: 'people',
      services: [],
      about: en('A job'),
      forWhom: en('Anyone'),
      todo: [en('Talk to us.')],
      contacts: [],
      anyway: en('You can still complain.'),
    },
  ],
}

/** What the council is told about a file. */
export function told(parse: () => unknown): string {
  try {
    parse()
    return 'nothing'
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.message
  }
}

/** A copy with some keys changed; undefined takes one out. */
export function changed(good: unknown, changes: [string, unknown][]): unknown {
  const file = structuredClone(good)
  for (const [path, value] of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const place = keys.reduce((here, key) => (here as Record<string, unknown>)[key], file)
    ;(place as Record<string, unknown>)[last] = value
  }
  return JSON.parse(JSON.stringify(file))
}
