import { describe, expect, it } from 'vitest'
import { goodEntry, someFacts, told } from './an-entry.ts'

describe('what an entry is told', () => {
  it('is nothing where all is well', () => {
    expect(told({})).toBe('nothing')
  })

  it('names a key that is missing, not known or of another kind', () => {
    expect(told({ told: undefined })).toMatchInlineSnapshot(
      `"bins.json: told is missing (what people told us; an empty line starts a new paragraph). Add it."`,
    )
    expect(told({ status: 'finished' })).toMatchInlineSnapshot(
      `"bins.json: status is "finished", which is not known here. Write one of: done, under-way, cannot."`,
    )
    expect(told({ date: '16 March' })).toMatchInlineSnapshot(
      `"bins.json: date is "16 March", which is not a day. Write the year, month and day, such as 2026-12-08."`,
    )
    expect(told({ title: 'x'.repeat(91) })).toMatchInlineSnapshot(
      `"bins.json: title is "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…, which is longer than 90 characters. Say it in fewer words."`,
    )
  })

  it('names a service and a lesson that are not there', () => {
    expect(told({ service: 'bin' })).toContain('service is "bin", which is not a service in council.json.')
    expect(told({ learning: 'bins' })).toMatchInlineSnapshot(
      `"bins.json: learning is "bins", which is not in content/learning.json. Write one of: missed-bins, park-gates."`,
    )
  })

  it('refuses an email address, a phone number and a postcode, without repeating them', () => {
    expect(told({ told: 'Write to someone@example.org.' })).toMatchInlineSnapshot(
      `"bins.json: told has an email address. Take it out: our contact page has ours, and nobody else’s is published."`,
    )
    expect(told({ changed: 'Ring 01632 960123 or 07700 900123.' })).toMatchInlineSnapshot(
      `"bins.json: changed has a phone number. Take it out: our contact page has ours, and nobody else’s is published."`,
    )
    expect(told({ told: 'The road at NM1 1AA was dark.' })).toMatchInlineSnapshot(
      `"bins.json: told has a postcode. Take it out, or name the area: a postcode is a few homes."`,
    )
  })

  it.each(['7KM-2RX-9TC', '7km2rx9tc', 'CRM-2025-00123', '25/01234/FUL', 'FS123456', 'ref 12', '10045678'])(
    'refuses a reference number: %s',
    (reference) => {
      const said = told({ told: `We dealt with ${reference} late.` })
      expect(said).toMatch(/^bins\.json: told has (a|what looks like a) reference number\./)
      expect(said).not.toContain(reference)
    },
  )

  it('says what to do about a reference', () => {
    expect(told({ told: 'We dealt with 7KM-2RX-9TC late.' })).toMatchInlineSnapshot(
      `"bins.json: told has a reference number. Take it out: an entry is about a service, never about one case."`,
    )
    expect(told({ told: 'We dealt with CRM-2025-00123 late.' })).toMatchInlineSnapshot(
      `"bins.json: told has what looks like a reference number. Take it out: an entry is about a service, never about one case."`,
    )
  })

  it.each([
    'on the B4380 and the A38',
    'in 2025/26',
    'by 2025 and 2026',
    'for £1,200',
    'from 6:30am',
    'on 16 March 2026',
  ])('takes %s for no reference and no phone number', (words) => {
    expect(told({ told: `It was so ${words}.` })).toBe('nothing')
  })

  it.each(['J.S.', 'J. S.', 'Mrs B', 'Mr K.', 'child A', 'Tenant X', 'JS', 'K'])(
    'refuses initials: %s',
    (initials) => {
      expect(told({ told: `We were late to answer ${initials} last year.` })).toContain('initials')
    },
  )

  it('says what to do about initials', () => {
    expect(told({ told: 'We were late to answer Mrs B.' })).toMatchInlineSnapshot(
      `"bins.json: told has what looks like someone’s initials. Take them out, or write the words in full if they stand for no person."`,
    )
  })

  it.each(['I think so', 'the A to Z', 'a TV in the UK', 'an X-ray', 'a 3G signal'])(
    'takes “%s” for no initials',
    (words) => {
      expect(told({ told: `It is ${words}.` })).toBe('nothing')
    },
  )

  it('shows what looks like a name, until someone has confirmed that it is none', () => {
    expect(told({ told: 'We met Sarah Okafor on Quay Street. Quay Street was dark.' }))
      .toMatchInlineSnapshot(`
      "bins.json: told has “Sarah Okafor”, which looks like a person’s name. If it is one, take it out. If it is not, add "Sarah Okafor" to namesChecked.
      bins.json: told has “Quay Street”, which looks like a person’s name. If it is one, take it out. If it is not, add "Quay Street" to namesChecked."
    `)
    expect(told({ told: 'Quay Street was dark.', namesChecked: ['Quay Street'] })).toBe('nothing')
    expect(told({ namesChecked: ['Quay Street'] })).toMatchInlineSnapshot(
      `"bins.json: namesChecked[0] is "Quay Street", which the entry does not have. Take it out."`,
    )
  })

  it.each([
    'Sarah told us so.',
    'Then Mrs Jones rang.',
    'A man called Will came.',
    'Łukasz’s bin was full.',
    'It was O’Neill.',
  ])('shows a name wherever it stands: %s', (words) => {
    expect(told({ told: words })).toContain('looks like a person’s name')
  })

  it.each([
    'Many of you came on Mondays in May.',
    'Northmere Council has an Easy Read page, in Polish and British Sign Language.',
    'Will you come? May we ask? Grace is hard to find.',
    'The NHS and BSL are known.',
  ])('shows no name where there is none: %s', (words) => {
    expect(told({ told: words })).toBe('nothing')
  })

  it.each([
    '3 people',
    'three tenants',
    'one family',
    'Two older council tenants',
    'a single parent',
    'both families',
    'a couple of residents',
    'four complaints',
    'one of you',
    'only two told us',
    '1 of our residents',
  ])('refuses a count that could give someone away: %s', (count) => {
    expect(told({ told: `We heard that ${count} waited.` })).toContain('we publish no count below 5')
  })

  it('says what to write for a small count, and asks the council what is small', () => {
    expect(told({ told: 'This kept three families waiting.' })).toMatchInlineSnapshot(
      `"bins.json: told has “three families”, and we publish no count below 5. Write “some”, “a few” or “several”."`,
    )
    expect(told({ told: 'This kept seven families waiting.' })).toBe('nothing')
    expect(
      told({ told: 'This kept seven families waiting.' }, { ...someFacts, smallestCount: 10 }),
    ).toContain('has “seven families”, and we publish no count below 10.')
  })

  it.each([
    'within two working days',
    '5 people',
    'twenty families',
    '23 complaints',
    'three weeks',
    'one bin for each home',
    'no complaints',
    '0 complaints',
    'twenty-one residents',
  ])('lets other numbers be: %s', (count) => {
    expect(told({ told: `It took us ${count}.` })).toBe('nothing')
  })

  it('refuses small digits in a language whose words it cannot read', () => {
    expect(told({ told: 'Czekały 3 rodziny.' }, someFacts, 'pl')).toMatchInlineSnapshot(
      `"bins.json: told has “3”, and we publish no count below 5. Write “some” or “a few”; if it counts something else, such as days, write the number as a word."`,
    )
    expect(told({ told: 'Czekało wiele rodzin, 25 dni.' }, someFacts, 'pl')).toBe('nothing')
  })

  it('refuses a day that has not come, unless the entry waits for it', () => {
    expect(told({ date: '2026-11-22' })).toMatchInlineSnapshot(
      `"bins.json: date is 2026-11-22, which is after today, 2026-11-21. Write the day it happened, or publish the entry later."`,
    )
    expect(told({ date: '2026-11-21' })).toBe('nothing')
    expect(told({ date: '2026-12-01', publishOn: '2026-12-01' })).toBe('nothing')
    expect(told({ date: '2026-12-02', publishOn: '2026-12-01' })).toMatchInlineSnapshot(
      `"bins.json: date is 2026-12-02, which is after publishOn, 2026-12-01. Write the day it happened, or publish the entry later."`,
    )
    expect(told({ date: '2026-12-02', draft: true })).toBe('nothing')
  })

  it('refuses sentences that nobody can read in one breath', () => {
    const long = `You told us that ${'we were late and '.repeat(6)}nobody came.`
    expect(told({ told: long })).toMatchInlineSnapshot(
      `"bins.json: told has a sentence of 30 words, “You told us that we were …”. Write 25 at most: make two of it."`,
    )
    const sixteen = 'You told us that the bins were full and that nobody came to the street at all. '
    expect(told({ told: sixteen.repeat(2).trim() })).toMatchInlineSnapshot(
      `"bins.json: told has 17 words in a sentence, on average. Write 15 or fewer."`,
    )
  })

  it('refuses the words that offices write', () => {
    expect(told({ changed: 'We liaised with the crews in order to mend it.' })).toMatchInlineSnapshot(`
      "bins.json: changed has “liaised”, which people do not say. Write it in everyday words.
      bins.json: changed has “in order to”, which people do not say. Write it in everyday words."
    `)
  })

  it('wants a drawing that is there, and to know what it shows', () => {
    const picture = (file: string, alt: string) => told({ picture: { file, alt } })
    expect(picture('bins.svg', 'Three bins in a row.')).toBe('nothing')
    expect(picture('bin.svg', 'Three bins in a row.')).toMatchInlineSnapshot(
      `"bins.json: picture.file is "bin.svg", which is not in content/you-said-we-did/pictures. Write one of: bins.svg, tick.svg."`,
    )
    expect(picture('bins.jpg', 'Three bins in a row.')).toMatchInlineSnapshot(
      `"bins.json: picture.file is "bins.jpg", which is not the name of a drawing. Write one such as bins.svg, from content/you-said-we-did/pictures."`,
    )
    expect(picture('bins.svg', '')).toMatchInlineSnapshot(
      `"bins.json: picture.alt is empty. Say what the drawing shows, for people who cannot see it."`,
    )
    expect(picture('bins.svg', 'Picture of bins.')).toMatchInlineSnapshot(
      `"bins.json: picture.alt starts by saying that it is a picture. People know; say what it shows."`,
    )
    expect(picture('bins.svg', goodEntry.title)).toMatchInlineSnapshot(
      `"bins.json: picture.alt says the title again. Say what the drawing shows, or take the drawing out."`,
    )
    expect(picture('bins.svg', 'Bins. '.repeat(26))).toMatchInlineSnapshot(
      `"bins.json: picture.alt has 155 characters. Write 150 at most: what matters in it."`,
    )
  })

  it('holds Easy Read to its own rules', () => {
    const easy = (say: string) => told({ easyRead: [{ say, picture: 'tick.svg' }] })
    expect(easy('We empty the bins on 5 days.')).toBe('nothing')
    expect(easy('We missed a street. You told us.')).toMatchInlineSnapshot(
      `"bins.json: easyRead[0].say has 2 sentences. Write one, and start a new line for the next."`,
    )
    expect(easy('We didn’t come.')).toMatchInlineSnapshot(
      `"bins.json: easyRead[0].say has “didn’t”. Write it in full, as in “do not”."`,
    )
    expect(
      easy('You told us that we did not come and nobody said when we would come back.'),
    ).toMatchInlineSnapshot(`"bins.json: easyRead[0].say has 16 words. Write 15 at most."`)
    expect(told({ easyRead: [{ say: 'We came.' }] })).toMatchInlineSnapshot(
      `"bins.json: easyRead[0].picture is missing (the drawing’s file in content/you-said-we-did/pictures, such as bins.svg). Add it."`,
    )
  })

  it('reads every text, the drawing’s and Easy Read’s too', () => {
    const names = told({
      title: 'We met Tariq',
      told: 'It was Piotr.',
      changed: 'It was Fatima.',
      picture: { file: 'bins.svg', alt: 'It is Olivia.' },
      easyRead: [{ say: 'It is Amina.', picture: 'tick.svg' }],
    })
    for (const key of ['title', 'told', 'changed', 'picture.alt', 'easyRead[0].say'])
      expect(names).toContain(`bins.json: ${key} has “`)
  })
})
