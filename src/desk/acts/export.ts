import type { Act } from '../act.ts'
import { pastDay } from '../kinds.ts'

const from = pastDay({ id: 'desk-from', record: 'desk.from' })
const to = pastDay({ id: 'desk-to', record: 'desk.to' })

const twoYears = 731 * 24 * 60 * 60 * 1000

/** Asks for a time, whose cases come as a file for a spreadsheet (src/desk/csv.ts). It changes nothing. */
export const exportCases: Act = {
  id: 'export',
  about: 'none',
  journey: () => ({
    id: 'desk-export',
    steps: [
      { id: 'from', questions: [from] },
      { id: 'to', questions: [to] },
    ],
  }),
  toArgs: ({ answer }) => {
    const [first, last] = [answer('desk-from'), answer('desk-to')]
    const wrong = (code: string) => ({ errors: [{ question: 'desk-to', field: 'desk-to-day', code }] })
    if (last < first) return wrong('order')
    return Date.parse(last) - Date.parse(first) > twoYears ? wrong('two-years') : { from: first, to: last }
  },
}
