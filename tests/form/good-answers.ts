import fc from 'fast-check'
import { handleText } from '../../src/form/file-handle.ts'
import { optionsOf } from '../../src/form/kinds/choice.ts'
import type { Fields, Question } from '../../src/form/question.ts'
import { around } from './journeys.ts'
import { realNames } from './nasty.ts'

const someText = fc.oneof(
  fc.constantFrom(
    ...realNames,
    'The bin was left\n\nfor three weeks.',
    '<script>alert(1)</script>',
    '😀 ¿qué?',
  ),
  fc.string({ minLength: 1, maxLength: 60 }).filter((text) => /[^\s\p{Cc}]/u.test(text)),
)

/** Answers that a question takes, as its fields. */
export function goodAnswer(question: Question): fc.Arbitrary<Fields> {
  const { id, kind } = question
  const options = optionsOf(question, around)
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...options).map((option) => ({ [id]: option }))
    case 'choices':
      return fc.subarray([...options], { minLength: 1 }).map((chosen) => ({ [id]: chosen }))
    case 'email':
      return fc
        .constantFrom('sam@example.org', 'Sam.O’Neill+bins@mail.example.org', 'łukasz@exämple.org')
        .map((text) => ({ [id]: text }))
    case 'phone':
      return fc
        .constantFrom('01632 960001', '+44 7700 900001', '(020) 7946-0001 ext. 12')
        .map((text) => ({ [id]: text }))
    case 'files':
      return fc
        .array(fc.tuple(fc.uuid({ version: 4 }), fc.constantFrom('a.jpg', 'ڈاک.pdf', ...realNames)), {
          minLength: 1,
          maxLength: question.max ?? 1,
        })
        .map((files) => ({
          [id]: files.map(([file, name]) => handleText({ id: file, key: 'k'.repeat(43), size: 9, name })),
        }))
    case 'partial-date':
      return fc
        .constantFrom(['27', '3', '2026'], ['', 'December', '2017'], ['', '', '1999'], ['1', 'sept', '2026'])
        .map((typed) =>
          Object.fromEntries(question.fields.map((name, place) => [name, typed[place] as string])),
        )
    default:
      return someText.map((text) => ({ [id]: [...text].slice(0, question.max).join('') }))
  }
}

/** A text of as many characters as given that breaks no rule of the question but, perhaps, its length. */
export function textOfLength(question: Question, length: number, character: string): string {
  if (question.kind === 'email') return `${character.repeat(length - '@example.org'.length)}@example.org`
  if (question.kind === 'phone') return '07700900001'.padEnd(length, '0')
  return character.repeat(length)
}
