import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as prettier from 'prettier'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { council } from '../../src/council/council.ts'
import { councilShape } from '../../src/council/schema.ts'
import { guidanceShape } from '../../src/council/schema/guidance.ts'
import { isText } from '../../src/council/schema/kinds.ts'
import { editorConfig } from '../../src/editor/config.ts'
import { editedOfCouncil } from '../../src/editor/config/council.ts'
import type { Field } from '../../src/editor/config/field.ts'
import { councilFormat, inOrderOf } from '../../src/editor/config/formats.ts'
import { fieldsFrom } from '../../src/editor/config/from-schema.ts'
import { printJson } from '../../src/editor/config/print-json.ts'
import { offered, settings } from '../../src/editor/offered.ts'
import { reportPageShape } from '../../src/report/page-schema.ts'
import { learningShape } from '../../src/you-said-we-did/learning.ts'
import { entryShape, sharedKeys } from '../../src/you-said-we-did/schema.ts'

const config = editorConfig(offered, settings)
const [entries, guidance, reports, councilFiles] = config.collections as unknown as [
  { fields: Field[] },
  { files: { file: string; fields: Field[] }[] },
  { files: { file: string; fields: Field[] }[] },
  { files: { name: string; fields: Field[] }[] },
]

/** Every key of a schema, with those under it. */
function keysOf(schema: z.ZodType, before = ''): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return keysOf(schema.unwrap() as z.ZodType, before)
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType, before)
  if (isText(schema)) return council.languages.map(({ tag }) => `${before}.${tag}`)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, inner]) => {
    const path = before ? `${before}.${key}` : key
    return [path, ...keysOf(inner as z.ZodType, path)]
  })
}

const fieldKeys = (fields: readonly Field[], before = ''): string[] =>
  fields.flatMap((field) => {
    const path = before ? `${before}.${field.name}` : field.name
    return [path, ...fieldKeys((field['fields'] ?? []) as Field[], path)]
  })

describe('the editor’s fields', () => {
  it('are the keys of the schemas, each of them and no other', () => {
    expect(fieldKeys(entries.fields)).toEqual(keysOf(entryShape))
    const file = (name: string) => councilFiles.files.find((one) => one.name === name)?.fields ?? []
    expect(fieldKeys(file('learning'))).toEqual(keysOf(learningShape))
    const parts = editedOfCouncil.flatMap((key) => [key, ...keysOf(councilShape.shape[key], key)])
    expect(fieldKeys(file('council'))).toEqual(parts)
  })

  it('are those of the guidance pages, and its words, for every page there is', () => {
    const pages = readdirSync('content/pages/en', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => `content/pages/{{locale}}/${name}`)
    expect(guidance.files.map(({ file }) => file).sort()).toEqual(pages.sort())
    for (const { fields } of guidance.files)
      expect(fieldKeys(fields)).toEqual([...keysOf(guidanceShape), 'body'])
  })

  it('are those of the annual reports’ pages', () => {
    expect(reports.files.length).toBeGreaterThan(0)
    for (const { file, fields } of reports.files) {
      expect(existsSync(file.replace('{{locale}}', 'en'))).toBe(true)
      expect(fieldKeys(fields)).toEqual([...keysOf(reportPageShape), 'body'])
    }
  })

  it('ask for what the schema asks for', () => {
    const optional = entries.fields.filter(({ required }) => required === false).map(({ name }) => name)
    expect(optional.sort()).toEqual(['draft', 'easyRead', 'namesChecked', 'picture', 'publishOn'])
  })

  it('are translated, or shared by every language, as the build holds translations to it', () => {
    const shared = (fields: readonly Field[], before = ''): string[] =>
      fields.flatMap(({ name, i18n, fields: inner }) => {
        if (inner) return shared(inner as Field[], `${before}${name}.`)
        return i18n === 'duplicate' ? [before + name] : []
      })
    // Each line of Easy Read has its own words, and a translation may need other drawings.
    expect(shared(entries.fields).filter((key) => !key.startsWith('easyRead.'))).toEqual(
      expect.arrayContaining([...sharedKeys]),
    )
  })

  it('offer every service, lesson and drawing', () => {
    const options = (name: string) =>
      (entries.fields.find((field) => field.name === name)?.['options'] as { value: string }[]).map(
        ({ value }) => value,
      )
    expect(options('service')).toEqual(council.services.map(({ id }) => id))
    expect(options('learning')).toEqual(offered.learning.lessons.map(({ id }) => id))
  })

  it('are refused for a kind of value that there is no field for', () => {
    const odd = z.strictObject({ odd: z.map(z.string(), z.string()) })
    expect(() => fieldsFrom(odd, { refinements: {}, languages: [] })).toThrow(
      'The editor has no field for odd',
    )
  })
})

describe('what the editor writes', () => {
  const files = ['council', 'learning', 'routes', 'finder', 'bank-holidays', 'editor']

  it.each(files)('looks as the project’s formatter prints it: %s.json', async (name) => {
    const file = `content/${name}.json`
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown
    const options = await prettier.resolveConfig(join(process.cwd(), file))
    expect(await prettier.check(printJson(value), { ...options, filepath: file })).toBe(true)
    expect(JSON.parse(printJson(value))).toEqual(value)
  })

  it('is council.json as it was, but for what was changed', () => {
    const format = councilFormat()
    const whole = readFileSync('content/council.json', 'utf8')
    const read = format.fromFile(whole) as { contacts: { complaints: { phone: string } } }
    const { contacts } = structuredClone(read)
    contacts.complaints.phone = '01632 960999'
    const backwards = Object.fromEntries(Object.entries(contacts).reverse())
    const written = format.toFile({ contacts: backwards, openingHours: council.openingHours })
    const before = printJson(JSON.parse(whole)).split('\n')
    const changed = written.split('\n').filter((line, i) => line !== before[i])
    expect(changed).toEqual(['      "phone": "01632 960999",'])
  })

  it('keeps the order of keys, and puts new ones last', () => {
    expect(JSON.stringify(inOrderOf({ a: 1, b: { c: 1, d: 2 } }, { e: 5, b: { d: 4, c: 3 }, a: 2 }))).toBe(
      '{"a":2,"b":{"c":3,"d":4},"e":5}',
    )
  })
})

describe('where what is written is kept', () => {
  it('is said by content/editor.json, and is this machine without sign-in for npm run edit', () => {
    expect(config.backend).toEqual(settings.backend)
    expect(editorConfig(offered, null).backend).toEqual({ name: 'test-repo' })
  })

  it('is told in a file that holds no secret', () => {
    expect(readFileSync('content/editor.json', 'utf8')).not.toMatch(/secret|token|key|password/i)
  })
})
