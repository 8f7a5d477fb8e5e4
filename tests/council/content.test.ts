import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { format, resolveConfig } from 'prettier'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { bankHolidaysShape } from '../../src/council/bank-holidays.ts'
import { checkContent } from '../../src/council/check.ts'
import { council, procedureOf, textIn } from '../../src/council/council.ts'
import { councilShape } from '../../src/council/schema.ts'
import { finderShape } from '../../src/council/schema/finder.ts'
import { routesShape } from '../../src/council/schema/routes.ts'
import { bankHolidayWarning } from '../../src/council/working-days.ts'
import { inEnglish } from './in-english.ts'

describe('the content that Heard ships with', () => {
  it('has nothing to mend', () => {
    expect(checkContent('content', '2026-11-21')).toMatchObject({ errors: [], warnings: [] })
  })

  it('lists what nobody has checked yet, which is published without its figure', () => {
    expect(checkContent('content', '2026-11-21').unchecked).toContain(
      'content/council.json: procedures[1] (housing): The Code wants its own definition of a complaint, word for word. Copy it from the Code into definition, and onto the page.',
    )
  })

  it.each([
    ['council.json', councilShape],
    ['bank-holidays.json', bankHolidaysShape],
    ['routes.json', routesShape],
    ['finder.json', finderShape],
  ])('describes every key of %s', (_, shape) => {
    expect(undescribed(z.toJSONSchema(shape), '')).toEqual([])
  })

  it('keeps the Code’s clocks for the corporate procedure (DOMAIN 2.4)', () => {
    const corporate = procedureOf('bins')
    expect(corporate.acknowledgedBy).toBe('system')
    expect(
      corporate.stages.map(({ acknowledge, respond, extension }) => [acknowledge, respond, extension]),
    ).toEqual([
      [
        { within: 5, unit: 'working-days', from: 'receipt' },
        { within: 10, unit: 'working-days', from: 'acknowledgement' },
        { upTo: 10, unit: 'working-days' },
      ],
      [
        { within: 5, unit: 'working-days', from: 'request' },
        { within: 20, unit: 'working-days', from: 'acknowledgement' },
        { upTo: 20, unit: 'working-days' },
      ],
    ])
  })

  it('uses phone numbers that nobody has, except for those of others', () => {
    const { ombudsmen, helplines, ...own } = council
    expect(ombudsmen.length + helplines.length).toBeGreaterThan(0)
    const phones = JSON.stringify(own).match(/"[0-9 ]{8,}"/g) ?? []
    expect(phones.length).toBeGreaterThan(5)
    for (const phone of phones) expect(phone).toMatch(/^"(18001 )?01632 960[0-9]{3}"$/)
  })
})

describe('reading the council', () => {
  it('never borrows words from another language', () => {
    expect(textIn({ en: 'Bins' }, 'en')).toBe('Bins')
    expect(() => textIn({ en: 'Bins' }, 'pl')).toThrow('No words in pl')
  })

  it('refuses a service that the council does not list', () => {
    expect(() => procedureOf('dragons')).toThrow('dragons')
  })

  it('takes neither the schema nor Node into the browser', async () => {
    const { metafile } = await build({
      stdin: {
        contents: `export * from './src/council/council.ts'; export * from './src/council/deadlines.ts'`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
    })
    expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
  })
})

describe('checking a council’s content', () => {
  let folder = ''
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'heard-content-'))
    const options = { ...(await resolveConfig('content/council.json')), parser: 'json' }
    for (const name of ['council.json', 'bank-holidays.json', 'routes.json', 'finder.json'])
      writeFileSync(join(folder, name), await format(JSON.stringify(inEnglish(name)), options))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const change = (name: string, from: string, to: string) => {
    const contents = readFileSync(join(folder, name), 'utf8')
    expect(contents).toContain(from)
    writeFileSync(join(folder, name), contents.replace(from, to))
  }
  const errors = () => checkContent(folder, '2026-11-21').errors

  it('says where a file stops being JSON', () => {
    change('council.json', '"colour": "#0b4f56",', '"colour": "#0b4f56"')
    expect(errors()).toHaveLength(1)
    expect(errors()[0]).toMatch(/^content\/council\.json: the file is not JSON: .*line 7 column 3/)
  })

  it('tells of both files at once', () => {
    change('council.json', '"#0b4f56"', '"teal"')
    change('bank-holidays.json', '"date": "2026-12-28"', '"date": "2026-12-26"')
    expect(errors()).toMatchInlineSnapshot(`
      [
        "content/council.json: colour is "teal", which is not a colour. Write a hash and six digits from 0 to f, such as #0b4f56.",
        "content/bank-holidays.json: days[15].date is "2026-12-26", which is a weekend. Write the weekday that stands in for it.",
      ]
    `)
  })

  it('notices a bank holiday that is missing, out of order, repeated or unknown', () => {
    change('bank-holidays.json', '{ "date": "2027-01-01", "holiday": "new-years-day" },', '')
    change('bank-holidays.json', '"2025-05-05"', '"2025-04-21"')
    change('bank-holidays.json', '"holiday": "spring"', '"holiday": "whitsun"')
    change('bank-holidays.json', '"completeTo": "2028-12-31"', '"completeTo": "2028-12-30"')
    expect(errors()).toMatchInlineSnapshot(`
      [
        "content/bank-holidays.json: days[3].date is "2025-04-21", which does not come after 2025-04-21. Put the days in order, each once.",
        "content/bank-holidays.json: days[4].holiday is "whitsun", which is not in names. Write one of: new-years-day, good-friday, easter-monday, early-may, spring, summer, christmas-day, boxing-day.",
        "content/bank-holidays.json: completeTo is "2028-12-30", which is not the end of a year. Write the last 31 December covered.",
        "content/bank-holidays.json: days has 7 days in 2027, and England has 8. Add what is missing.",
      ]
    `)
  })

  it('wants the holidays named in every published language', () => {
    change('bank-holidays.json', '{ "en": "Good Friday" }', '{ "pl": "Wielki Piątek" }')
    expect(errors()).toMatchInlineSnapshot(`
      [
        "content/bank-holidays.json: names[1].name has no words in en, which is published. Add "en": "…".",
        "content/bank-holidays.json: names[1].name has words in "pl", which is not in languages. Write one of: en.",
      ]
    `)
  })

  it('takes an extra day that has been proclaimed, in a listed year or a later one', () => {
    change(
      'bank-holidays.json',
      '{ "date": "2026-08-31", "holiday": "summer" },',
      '{ "date": "2026-06-05", "holiday": "spring" }, { "date": "2026-08-31", "holiday": "summer" },',
    )
    change(
      'bank-holidays.json',
      '{ "date": "2028-12-26", "holiday": "boxing-day" }',
      '{ "date": "2028-12-26", "holiday": "boxing-day" }, { "date": "2030-06-06", "holiday": "spring" }',
    )
    expect(errors()).toEqual([])
  })

  it('refuses a list with no days', () => {
    const list = JSON.parse(readFileSync(join(folder, 'bank-holidays.json'), 'utf8')) as object
    writeFileSync(join(folder, 'bank-holidays.json'), JSON.stringify({ ...list, days: [] }))
    expect(errors()).toMatchInlineSnapshot(`
      [
        "content/bank-holidays.json: days is empty. Write the bank holidays, or every one would count as a working day.",
      ]
    `)
  })

  it('warns, and does not stop, when facts about others are over a year old', () => {
    expect(checkContent(folder, '2027-11-21')).toMatchObject({ errors: [], warnings: [] })
    expect(checkContent(folder, '2027-11-22').warnings).toMatchInlineSnapshot(`
      [
        "content/council.json: procedures[0].checked is 2026-11-21, over a year ago. Compare corporate with its source, and write the day you did.",
        "content/council.json: procedures[1].checked is 2026-11-21, over a year ago. Compare housing with its source, and write the day you did.",
        "content/council.json: procedures[2].checked is 2026-11-21, over a year ago. Compare adult-social-care with its source, and write the day you did.",
        "content/council.json: procedures[3].checked is 2026-11-21, over a year ago. Compare childrens-social-care with its source, and write the day you did.",
        "content/council.json: procedures[4].checked is 2026-11-21, over a year ago. Compare data-protection with its source, and write the day you did.",
        "content/council.json: ombudsmen[0].checked is 2026-11-21, over a year ago. Compare lgsco with its source, and write the day you did.",
        "content/council.json: ombudsmen[1].checked is 2026-11-21, over a year ago. Compare housing-ombudsman with its source, and write the day you did.",
        "content/council.json: ombudsmen[2].checked is 2026-11-21, over a year ago. Compare ico with its source, and write the day you did.",
        "content/council.json: helplines[0].checked is 2026-11-21, over a year ago. Compare help-at-hand with its source, and write the day you did.",
        "content/council.json: helplines[1].checked is 2026-11-21, over a year ago. Compare coram-voice with its source, and write the day you did.",
        "content/council.json: helplines[2].checked is 2026-11-21, over a year ago. Compare family-rights-group with its source, and write the day you did.",
        "content/council.json: equality.checked is 2026-11-21, over a year ago. Compare it with its source, and write the day you did.",
        "content/routes.json: contacts[15].checked is 2026-11-21, over a year ago. Compare valuation-tribunal with its source, and write the day you did.",
        "content/routes.json: routes[1].limit.checked is 2026-11-21, over a year ago. Compare parking-fine with its source, and write the day you did.",
        "content/routes.json: routes[2].limit.checked is 2026-11-21, over a year ago. Compare council-tax with its source, and write the day you did.",
        "content/routes.json: routes[3].limit.checked is 2026-11-21, over a year ago. Compare housing-benefit with its source, and write the day you did.",
        "content/routes.json: routes[4].limit.checked is 2026-11-21, over a year ago. Compare homelessness with its source, and write the day you did.",
        "content/routes.json: routes[5].limit.checked is 2026-11-21, over a year ago. Compare school-place with its source, and write the day you did.",
        "content/routes.json: routes[6].limit.checked is 2026-11-21, over a year ago. Compare ehc-plan with its source, and write the day you did.",
        "content/routes.json: routes[8].limit.checked is 2026-11-21, over a year ago. Compare still-deciding with its source, and write the day you did.",
        "content/routes.json: routes[15].limit.checked is 2026-11-21, over a year ago. Compare information-request with its source, and write the day you did.",
        "content/routes.json: routes[27].limit.checked is 2026-11-21, over a year ago. Compare already-answered with its source, and write the day you did.",
      ]
    `)
  })

  it('warns when the bank holidays end within 12 months', () => {
    expect(bankHolidayWarning('2027-12-31')).toBeNull()
    expect(bankHolidayWarning('2028-01-01')).toMatchInlineSnapshot(
      `"content/bank-holidays.json: completeTo is 2028-12-31, less than 12 months away. Add the next year's bank holidays from the Government's calendar."`,
    )
    change('bank-holidays.json', '"completeTo": "2028-12-31"', '"completeTo": "2026-12-31"')
    expect(checkContent(folder, '2026-11-21').warnings).toHaveLength(1)
  })
})

interface Described {
  description?: string
  properties?: Record<string, Described>
  items?: Described
  anyOf?: Described[]
}

/** The keys, at any depth, that have no description. */
function undescribed(schema: unknown, place: string): string[] {
  const { properties = {}, items, anyOf = [] } = schema as Described
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [
      ...(inner.description ? [] : [`${place}.${key}`]),
      ...undescribed(inner, `${place}.${key}`),
    ]),
    ...(items ? undescribed(items, `${place}[]`) : []),
    ...anyOf.flatMap((inner) => undescribed(inner, place)),
  ]
}
