import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { checkReports } from '../../src/report/check.ts'
import { checklist } from '../../src/report/checklist.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'))
  cpSync('content/annual-reports', join(folder, 'annual-reports'), { recursive: true })
  cpSync('content/learning.json', join(folder, 'learning.json'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const path = (file: string) => join(folder, 'annual-reports/2025-26', file)

/** Changes the text of one file of 2025-26, and says what the build says. */
function told(file: string, change: (text: string) => string): string[] {
  const text = readFileSync(path(file), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(path(file), changed)
  return checkReports(council, folder)
}

/** The same for JSON. */
const toldOf = (file: string, change: (json: never) => void) =>
  told(file, (text) => {
    const json = JSON.parse(text) as never
    change(json)
    return JSON.stringify(json)
  })

interface SomeFigures {
  tables: { id: string; rows: { values: string[] }; cells: object[][] }[]
  averages: { of: string; stage: string; procedure: string; mean: object }[]
}
const cellsOf = (figures: SomeFigures, id: string) => figures.tables.find((table) => table.id === id)!.cells

it('finds nothing wrong with the reports that are published', () => {
  expect(checkReports(council)).toEqual([])
})

describe('a report that lacks a part', () => {
  const inWords = checklist.filter(
    ({ id }) => !['letter-from-the-ombudsman', 'lessons', 'a-no-is-told'].includes(id),
  )

  it('stops the build, which names the file, the part, the rule and the mend', () => {
    const names = ['overview', 'received', 'time', 'outcomes', 'learning', 'code', 'notes']
    for (const name of names) {
      const text = readFileSync(path(`en/${name}.mdx`), 'utf8')
      writeFileSync(path(`en/${name}.mdx`), text.replace(/^<.*\/>$/gm, ''))
    }
    const lines = checkReports(council, folder)
    for (const { id } of inWords) expect(lines.join('\n')).toContain(`lacks ${id} (`)
    expect(lines).toMatchSnapshot()
  })

  it('stops it for the Ombudsman’s letter, for lessons, and for a no that is not explained', () => {
    const lines = [
      ...toldOf('report.json', (report: { letters: object[] }) => (report.letters = [])),
      ...toldOf('report.json', (report: { lessons: object[] }) => (report.lessons = [])),
      ...toldOf('report.json', (report: { notMet: object[] }) => (report.notMet = [])),
    ]
    expect([...new Set(lines)]).toMatchSnapshot()
  })

  it('stops it for a page or a file that is not there', () => {
    rmSync(path('en/notes.mdx'))
    rmSync(path('code.json'))
    writeFileSync(path('principles.json'), '{')
    rmSync(join(folder, 'annual-reports/2024-25/figures.json'))
    cpSync(path('en'), join(folder, 'annual-reports/2025/en'), { recursive: true })
    expect(checkReports(council, folder)).toMatchSnapshot()
    expect(checkReports(council, folder).length).toBe(4)
  })
})

describe('an assessment', () => {
  it('answers every section, and says what follows from a no', () => {
    const lines = toldOf('code.json', (code: { sections: { met: boolean; action?: object }[] }) => {
      code.sections.splice(0, 1)
      code.sections[0]!.met = false
    })
    expect(lines).toMatchInlineSnapshot(`
      [
        "content/annual-reports/2025-26/code.json: sections[0].action is missing, and the answer is no. Say what you will do, who does it and by when.",
        "content/annual-reports/2025-26/code.json: sections lacks the section “definition”. The Code asks for all of them: answer it.",
      ]
    `)
  })

  it('scores all 41 items from 0 to 3', () => {
    const lines = toldOf('principles.json', (principles: { items: { score: number }[] }) => {
      principles.items[0]!.score = 4
      principles.items.splice(3, 1)
    })
    expect(lines).toMatchInlineSnapshot(`
      [
        "content/annual-reports/2025-26/principles.json: items[0].score is 4, which is more than 3. Write a whole number from 0 to 3.",
        "content/annual-reports/2025-26/principles.json: items lacks item 1-4. Score all 41.",
      ]
    `)
  })

  it('leads only to lessons and ombudsmen that there are', () => {
    const lines = toldOf(
      'report.json',
      (report: { lessons: { lesson: string }[]; letters: { ombudsman: string }[] }) => {
        report.lessons[0]!.lesson = 'bins'
        report.letters[0]!.ombudsman = 'lgo'
      },
    )
    expect(lines).toMatchSnapshot()
  })
})

describe('figures that contradict each other', () => {
  it('are caught in a total, and in a table that counts the same', () => {
    const total = toldOf('figures.json', (figures: SomeFigures) => {
      cellsOf(figures, 'complaints-by-month').at(-1)![0] = { n: 1 }
    })
    expect(total.join('\n')).toContain('[counted-twice-differently]')
    const month = toldOf('figures.json', (figures: SomeFigures) => {
      cellsOf(figures, 'complaints-by-month')[3] = [{ n: 999 }]
    })
    expect(month.join('\n')).toContain('[parts-and-whole]')
    expect([total[0], month.at(-1)]).toMatchSnapshot()
  })

  it('are caught where one table shows what another hides', () => {
    const lines = toldOf('figures.json', (figures: SomeFigures) => {
      const cells = cellsOf(figures, 'stage-1-answers-by-outcome-and-quarter')
      cells.at(-1)!.splice(-1, 1, { hidden: true })
    })
    expect(lines.join('\n')).toContain('which is hidden in')
  })

  it('are caught in what came, ended and is open', () => {
    const lines = toldOf('figures.json', (figures: SomeFigures) => {
      cellsOf(figures, 'stage-1-open')[1] = [{ n: 999 }]
    })
    expect(lines).toMatchSnapshot()
  })

  it('are caught in an average of parts', () => {
    const lines = toldOf('figures.json', ({ averages }: SomeFigures) => {
      averages.find(
        ({ of, stage, procedure }) => of === 'respond' && stage === '1' && procedure === 'all',
      )!.mean = { n: 30 }
    })
    expect(lines.join('\n')).toContain('[average-of-parts]')
  })

  it('are caught across years: what was open at the end of one is open at the start of the next', () => {
    const lines = toldOf('figures.json', (figures: SomeFigures) => {
      cellsOf(figures, 'stage-1-open')[0] = [{ n: 500 }]
    })
    expect(lines.join('\n')).toContain('[counted-twice-differently]')
    expect(lines.join('\n')).toContain('2024-25')
  })
})

describe('words that contradict the figures', () => {
  it('are caught in what a finding says', () => {
    const lines = told('en/overview.mdx', (text) => text.replace('says="better"', 'says="worse"'))
    expect(lines).toMatchSnapshot()
  })

  it('are caught where somebody types a figure', () => {
    const typed = [
      'We got 634 complaints.',
      'Three in four were in time.',
      'That is half of them.',
      'It has doubled.',
    ]
    const lines = told(
      'en/received.mdx',
      (text) => `${text}\n${typed.join('\n\n')}\n\nAt stage 2, someone new looks.\n`,
    )
    expect(lines).toHaveLength(typed.length)
    expect(lines[0]).toMatchInlineSnapshot(
      `"content/annual-reports/2025-26/en/received.mdx: types a figure: “We got 634 complaints.”. Put a <Figure of="…" /> in its place, so that it cannot go wrong."`,
    )
  })

  it('are caught where they point to no table, measure or page', () => {
    const lines = told(
      'en/learning.mdx',
      (text) => `${text}\n<Chart of="x" />\n<Figure of="y" />\n<Part of="z">a</Part>\n`,
    )
    expect(lines.map((line) => line.slice(0, 90))).toMatchSnapshot()
  })
})
