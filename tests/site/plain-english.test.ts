import { describe, expect, it } from 'vitest'
import { englishContent } from './pages.ts'
import { readabilityOf, readabilityTable, wordsIn } from './readability.ts'

describe.each(englishContent)('$address', (page) => {
  const { averageSentence, longest, readingAge, passives, sentences, banned } = readabilityOf(page)

  it('has sentences of 15 words or fewer on average, and none of more than 30', () => {
    expect(averageSentence).toBeLessThanOrEqual(15)
    expect(wordsIn(longest).length, longest).toBeLessThanOrEqual(30)
  })

  it('can be read at 11 years old', () => {
    expect(readingAge).toBeLessThanOrEqual(11)
  })

  it('says who does what: at most one sentence in ten, or one on a short page, is passive', () => {
    expect(passives.length, passives.join('\n')).toBeLessThanOrEqual(Math.max(1, sentences / 10))
  })

  it('uses none of the words that offices use', () => {
    expect(banned).toEqual([])
  })
})

describe('the measure itself', () => {
  const measured = (words: string) => readabilityOf({ address: '/', html: `<main>${words}</main>` })

  it('counts sentences and the lines of a list apart', () => {
    const { sentences, words, averageSentence, longest } = measured(
      '<h2>What we do</h2><p>We look into it. Then we write to you.</p><ul><li>a letter that you can keep for ever</li></ul>',
    )
    expect({ sentences, words, averageSentence }).toEqual({ sentences: 2, words: 9, averageSentence: 4.5 })
    expect(longest).toBe('a letter that you can keep for ever')
  })

  it('gives hard words a higher age than easy ones', () => {
    const easy = measured('<p>We look at it and tell you what we find.</p>').readingAge
    const hard = measured('<p>Administrative irregularities necessitate comprehensive investigation.</p>')
    expect(easy).toBeLessThan(9)
    expect(hard.readingAge).toBeGreaterThan(20)
  })

  it.each([
    ['Your complaint is not always dealt with by a manager.', true],
    ['A letter was sent.', true],
    ['You may be given more time.', true],
    ['We are worried about it.', false],
    ['Someone is rude to you.', false],
    ['We have sent a letter.', false],
  ])('knows the passive voice: %s', (sentence, expected) => {
    expect(measured(`<p>${sentence}</p>`).passives.length > 0).toBe(expected)
  })

  it.each([
    ['Please note that we are closed.', ['Please note']],
    ['Should you wish to write, write via email.', ['Should you wish', 'via']],
    ['We liaised with the complainant.', ['liaised', 'complainant']],
    ['We viaduct nothing, and send additives.', []],
  ])('finds what offices write: %s', (sentence, expected) => {
    expect(measured(`<p>${sentence}</p>`).banned).toEqual(expected)
  })

  it('puts the figures of every page, and of all together, in one table', () => {
    const rows = readabilityTable(englishContent).split('\n')
    expect(rows).toHaveLength(englishContent.length + 3)
    expect(rows.at(-1)).toMatch(/^\| all \| \d{2,} \| \d+\.\d \| \d+ \| \d+\.\d \| \d+% \| 0 \|$/)
  })
})
