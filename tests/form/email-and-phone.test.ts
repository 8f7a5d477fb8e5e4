import { describe, expect, it } from 'vitest'
import { clean } from '../../src/form/clean.ts'
import { email, phone } from '../../src/form/kinds/text.ts'
import { check } from '../../src/form/validate.ts'
import { around } from './journeys.ts'

const address = email({ id: 'email', record: 'person.email' })
const number = phone({ id: 'phone', record: 'person.phone' })

const answerTo = (question: typeof address, text: string) => {
  const { answer, error } = check(question, { [question.id]: clean(text) }, around)
  return answer ? { value: answer.value } : { code: error?.code }
}

describe('an email address', () => {
  it.each([
    'sam@example.org',
    'Sam.ONeill@Example.ORG',
    'sam+bins@example.org',
    'sam_o-neill.1@mail.example.org',
    "o'neill@example.org",
    'o’neill@example.org',
    '!#$%&*/=?^_`{|}~@example.org',
    'łukasz@example.org',
    '李@例子.example.org',
    'sam@exämple.org',
    'sam@xn--exmple-cua.org',
    'a@b.co',
    `${'a'.repeat(64)}@example.org`,
  ])('is taken as it was typed: %s', (text) => {
    expect(answerTo(address, text)).toEqual({ value: text })
  })

  it('loses the blanks around it, and nothing else', () => {
    expect(answerTo(address, '  \tsam@example.org \r\n')).toEqual({ value: 'sam@example.org' })
  })

  it.each([
    'sam',
    'sam@',
    '@example.org',
    'sam@example',
    'sam@example.',
    'sam@.example.org',
    'sam@example..org',
    'sam@example.org.',
    'sam@@example.org',
    'sam@home@example.org',
    'sam example@example.org',
    'sam@exam ple.org',
    // A header, or a second letter, hidden behind the first line.
    'sam@example.org\r\nBcc: other@example.org',
    'sam@example.org\nBcc: other@example.org',
    'sam@example.org\u2028Bcc: other@example.org',
    'sam@example.org\u0085Bcc: other@example.org',
    'sam@example.org%0ABcc:other@example.org',
    // A second address, or a name beside it.
    'sam@example.org,other@example.org',
    'sam@example.org;other@example.org',
    'Sam <sam@example.org>',
    '"sam o\'neill"@example.org',
    'sam(bins)@example.org',
    'sam\\@example.org@example.org',
    'group:sam@example.org',
    'sam@[192.0.2.1]',
    // What cannot be seen: a copied address would never arrive.
    'sam\u200b@example.org',
    'sam@example.org\u200e',
    '\u202esam@example.org',
  ])('is not: %j', (text) => {
    expect(answerTo(address, text)).toEqual({ code: 'not-an-email' })
  })
})

describe('a phone number', () => {
  it.each([
    '01632 960001',
    '01632960001',
    '+44 7700 900001',
    '0044 (0)20 7946 0001',
    '020-7946-0001',
    '020 7946 0001 ext. 12',
    '18001 01632 960001',
    '01632 960001, after six',
    '٠١٦٣٢ ٩٦٠٠٠١',
    '960001',
  ])('is kept as it was typed: %s', (text) => {
    expect(answerTo(number, text)).toEqual({ value: text })
  })

  it.each(['none', '12345', 'ring me', '+', '½ ² ③ ④ ⑤ ⑥', '()-'])('needs six digits: %j', (text) => {
    expect(answerTo(number, text)).toEqual({ code: 'not-a-phone' })
  })

  it('stays on one line, whatever is sent', () => {
    expect(answerTo(number, '01632 960001\r\nBcc: 1')).toEqual({ value: '01632 960001 Bcc: 1' })
  })
})
