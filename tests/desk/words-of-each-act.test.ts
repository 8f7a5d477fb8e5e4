import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import type { Case, CaseStage } from '../../src/complaints/desk/case.ts'
import type { Portal } from '../../src/complaints/ports.ts'
import type { Act, Around } from '../../src/desk/act.ts'
import { allActs } from '../../src/desk/acts/all-acts.ts'
import { exportCases } from '../../src/desk/acts/export.ts'
import { exportPerson } from '../../src/desk/acts/keeping.ts'
import { deskWording } from '../../src/desk/words.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { optionsOf } from '../../src/form/kinds/choice.ts'
import { loadWords } from '../../src/words/load.ts'
import { around as surroundings } from '../form/journeys.ts'

const wording = deskWording(loadWords('en'), council)
const portal = { council, now: () => new Date('2026-11-04T10:00:00Z') } as unknown as Portal
const around: Around = { portal, wording, surroundings }

/** A case of each shape that makes a form ask something else. */
function aCase(procedure: string, respond_by: string | null, points: CaseStage['points']): Case {
  const stage = { number: 1, stage: 'stage-1', requested_on: '2026-11-02', respond_by, points, actions: [] }
  return {
    complaint: { reference: '7KM-2RX-9TC', kind: 'complaint', procedure, received_on: '2026-11-02' },
    people: ['complainant', 'representative', 'affected'].map((role) => ({ role })),
    stages: [stage],
    withdrawals: [],
    consents: [],
    authority: null,
  } as unknown as Case
}
const cases = [
  aCase('corporate', '2026-11-23', [
    { number: 1, text: 'The bin', ours: true },
    { number: 2, text: 'The lane', ours: false, whose: 'Northmere Highways' },
  ]),
  aCase('adult-social-care', null, []),
]
const files = [exportCases, exportPerson]

describe.each([...allActs, ...files].map((act) => [act.id, act] as const))('the words of %s', (id, act) => {
  const asked = () => (act as Act).journey
  const questions = cases.flatMap((found) =>
    questionsOf(asked()(act.about === 'case' ? found : null, around)),
  )

  it('say what it is, what its button does and, where it leads back to a page, that it was done', () => {
    for (const part of ['title', 'button', ...(files.includes(act) ? [] : ['done'])])
      expect(wording.has(`acts.${id}.${part}`), part).toBe(true)
  })

  it('say each question, each answer to choose from, and whatever may be wrong with it', () => {
    const missing = questions.flatMap(({ id: question, codes, kind, ...rest }) => {
      const options = kind === 'choice' || kind === 'choices' ? optionsOf(rest, surroundings) : []
      return (
        [
          'label',
          'short',
          ...codes.map((code) => `errors.${code}`),
          ...options.map((option) => `options.${option}`),
        ]
          .map((part) => `questions.${question}.${part}`)
          // The services are named by council.json.
          .filter((key) => !wording.has(key) && rest.options !== 'services')
      )
    })
    expect(missing).toEqual([])
  })

  it('stand for fields that the data protection assessment names', () => {
    const paper = readFileSync('content/governance/dpia.md', 'utf8')
    const fields = questions.map(({ record }) => record).filter((record) => record.startsWith('desk.'))
    expect(fields.filter((field) => !paper.includes(`\`${field}\``))).toEqual([])
  })

  it('give no question twice, and know each by its own id', () => {
    for (const found of cases) {
      const ids = questionsOf(asked()(act.about === 'case' ? found : null, around)).map((each) => each.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
