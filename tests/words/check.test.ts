import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkWords } from '../../src/words/check.ts'

const questions = {
  needed: ['kind.label', 'kind.options.complaint', 'kind.errors.too-long'],
  allowed: ['kind.hint', 'kind.optionHints.complaint'],
}

const english = {
  'questions.json': {
    kind: {
      label: 'What is it?',
      hint: 'Choose one.',
      options: { complaint: 'A complaint' },
      errors: { 'too-long': 'At most {max} characters' },
    },
  },
  'form.json': {
    back: 'Back',
    greeting: 'Hello {name} from {council}',
    errors: { lead: { one: 'We need one thing from {name}.', other: 'We need {count} things from {name}.' } },
  },
}

const polish = {
  'questions.json': {
    kind: {
      label: 'Co to jest?',
      hint: 'Wybierz.',
      options: { complaint: 'Skarga' },
      errors: { 'too-long': 'Najwyżej {max} znaków' },
    },
  },
  'form.json': {
    back: 'Wstecz',
    greeting: 'Tu {council}. Witaj, {name}!',
    errors: {
      lead: {
        one: 'Potrzebujemy jednej rzeczy od {name}.',
        few: 'Potrzebujemy {count} rzeczy od {name}.',
        many: 'Potrzebujemy {count} rzeczy od {name}.',
        other: 'Potrzebujemy {count} rzeczy od {name}.',
      },
    },
  },
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-words-'))
  write('en', english)
  write('pl', polish)
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(language: string, files: Record<string, unknown>): void {
  mkdirSync(join(folder, language), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, language, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    )
  }
}

/** What is told of the Polish edition with one of its files changed. */
function told<File extends keyof typeof polish>(
  name: File,
  change: (file: (typeof polish)[File]) => void,
): string[] {
  const file = structuredClone(polish[name])
  change(file)
  write('pl', { ...polish, [name]: file })
  return checkWords('pl', questions, folder)
}

describe('an edition', () => {
  it('that is whole has nothing told of it, whatever the order of its words', () => {
    expect(checkWords('en', questions, folder)).toEqual([])
    expect(checkWords('pl', questions, folder)).toEqual([])
  })

  it('may explain what the English does not need to', () => {
    expect(
      told('questions.json', ({ kind }) =>
        Object.assign(kind, { optionHints: { complaint: 'Coś jest źle.' } }),
      ),
    ).toEqual([])
  })

  it('is told what is missing, with the English for it', () => {
    const missing = [
      ...told('form.json', (file) => Object.assign(file, { back: undefined, errors: undefined })),
      ...told('questions.json', ({ kind }) => Object.assign(kind, { label: undefined, hint: undefined })),
    ]
    expect([...new Set(missing)]).toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: back is missing. Add it: in English, “Back”",
        "content/words/pl/form.json: errors.lead is missing. Add it: in English, “We need {count} things from {name}.”",
        "content/words/pl/questions.json: kind.label is missing. Add it: in English, “What is it?”",
        "content/words/pl/questions.json: kind.hint is missing. Add it: in English, “Choose one.”",
      ]
    `)
  })

  it('is told what nothing uses', () => {
    expect(told('form.json', (file) => Object.assign(file, { bakc: 'Wstecz', deep: { down: 'x' } })))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: bakc is not used. Take it out, or correct its name.",
        "content/words/pl/form.json: deep.down is not used. Take it out, or correct its name.",
      ]
    `)
    expect(told('questions.json', ({ kind }) => Object.assign(kind, { hnit: 'Wybierz.' })))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/questions.json: kind.hnit is not used. Take it out, or correct its name.",
      ]
    `)
  })

  it('is told of values that the sentence lacks, or will never be given', () => {
    expect(told('form.json', (file) => (file.greeting = 'Witaj, {imię} {nazwa}'))).toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: greeting has {imię}, {nazwa}, which is never filled in here. Write {name}, {council}.",
      ]
    `)
    expect(told('form.json', (file) => (file.back = 'Wstecz do {name}'))).toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: back has {name}, which is never filled in here. Take it out.",
      ]
    `)
    expect(told('form.json', ({ errors }) => (errors.lead.few = 'Kilka rzeczy od Ciebie')))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: errors.lead lacks {name}, in “few”. Put it where the value belongs.",
      ]
    `)
    expect(told('form.json', ({ errors }) => (errors.lead.other = 'Rzeczy od {name}')))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: errors.lead lacks {count}, in “other”. Put it where the value belongs.",
      ]
    `)
    expect(told('questions.json', ({ kind }) => (kind.errors['too-long'] = 'Za długie')))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/questions.json: kind.errors.too-long lacks {max}. Put it where the value belongs.",
      ]
    `)
  })

  it('is told of plural forms that its language lacks, or does not have', () => {
    const lead = (forms: object) => told('form.json', ({ errors }) => Object.assign(errors, { lead: forms }))
    expect(lead({ one: 'Jedna', other: '{count} od {name}' })).toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: errors.lead has no plural form “few”, “many”. Write “one”, “few”, “many”, “other”.",
      ]
    `)
    expect(lead({ ...polish['form.json'].errors.lead, two: 'Dwie od {name}' })).toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: errors.lead has the plural form “two”, which pl does not use. Write “one”, “few”, “many”, “other”.",
      ]
    `)
    expect(lead({ ...polish['form.json'].errors.lead, few: 3 })).toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: errors.lead has a plural form that is not text. Put it in quotation marks.",
      ]
    `)
    expect(told('form.json', ({ errors }) => Object.assign(errors, { lead: 'Rzeczy' })))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: errors.lead is one sentence, and the English counts. Write “one”, “few”, “many”, “other”.",
      ]
    `)
    expect(told('form.json', (file) => Object.assign(file, { back: polish['form.json'].errors.lead })))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: back has plural forms, and the English has one sentence. Write one.",
      ]
    `)
  })

  it('is told of what is no sentence', () => {
    expect(told('form.json', (file) => Object.assign(file, { back: ' ', greeting: 3 })))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: back is empty. Write it.",
        "content/words/pl/form.json: greeting is not text. Put it in quotation marks.",
      ]
    `)
    expect(told('form.json', (file) => Object.assign(file, { back: ['Wstecz'], greeting: null })))
      .toMatchInlineSnapshot(`
      [
        "content/words/pl/form.json: back is not text. Put it in quotation marks.",
        "content/words/pl/form.json: greeting is not text. Put it in quotation marks.",
      ]
    `)
  })

  it('is told of whole files that are missing, not used or broken', () => {
    rmSync(join(folder, 'pl', 'form.json'))
    write('pl', { 'farm.json': {}, 'questions.json': '{ "kind": { "label": "Co?" "hint": "" } }' })
    expect(checkWords('pl', questions, folder)).toMatchInlineSnapshot(`
      [
        "content/words/pl/farm.json: the file is not used. Take it out, or name it as the English one.",
        "content/words/pl/form.json: the file is missing. Copy the English one, and translate it.",
        "content/words/pl/questions.json: the file is not JSON: Expected ',' or '}' after property value in JSON at position 27 (line 1 column 28). Look there, and just before, for a missing comma or quotation mark.",
      ]
    `)
  })

  it('is told nothing twice where the fault is the English edition’s, which is told of itself', () => {
    write('en', { 'form.json': '{' })
    expect(checkWords('pl', questions, folder)).toEqual([])
    expect(checkWords('en', questions, folder)).toHaveLength(1)
  })

  it('needs no file that is only for what it has not, and is held to it where it is there', () => {
    write('en', { ...english, 'report.json': { title: 'Annual report' } })
    expect(checkWords('pl', questions, folder)).toHaveLength(1)
    expect(checkWords('pl', questions, folder, ['report.json'])).toEqual([])
    write('pl', { 'report.json': { titel: 'Raport' } })
    expect(checkWords('pl', questions, folder, ['report.json'])).toHaveLength(2)
  })

  it('that does not exist cannot be checked', () => {
    expect(() => checkWords('ur', questions, folder)).toThrow('ENOENT')
  })
})
