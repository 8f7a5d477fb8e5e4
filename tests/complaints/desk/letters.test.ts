import { describe, expect, it } from 'vitest'
import type { DeskTemplate, RefusalReason } from '../../../src/complaints/desk/facts.ts'
import { closing } from '../../../src/complaints/letters/closing.ts'
import { council, type Procedure } from '../../../src/council/council.ts'
import { dayInWords } from '../../../src/words/dates.ts'
import { wording } from '../../form/journeys.ts'
import { readabilityOf, wordsIn } from '../../site/readability.ts'
import { acting, deskFacts, deskWriting, everyTemplate, letterOf, plainText } from './made-up.ts'

const { t } = wording
const day = (iso: string) => dayInWords(iso, 'en')
const text = (...given: Parameters<typeof letterOf>) => {
  const letter = letterOf(...given)
  if (!letter) throw new Error(`${given[0]} is no letter.`)
  return plainText(letter, 'en')
}
const [corporate] = council.procedures as [Procedure]
const lgsco = council.ombudsmen.find(({ id }) => id === corporate.ombudsman)!
const stageName = (at: number) => corporate.stages[at]!.name['en']!
const { phone, email } = council.contacts.complaints

/**
 * What each letter must say: DOMAIN 1.5 (acknowledgement, holding letter, response), 2.2 (refusal), 2.3 and 2.4 (the
 * Codes), and regulation 5 of the 2009 Regulations (reasons in writing).
 */
const says: Readonly<Record<DeskTemplate, Readonly<Record<string, readonly string[]>>>> = {
  acknowledged: {
    'the reference': ['7KM-2RX-9TC'],
    'when it came': [day('2026-12-18')],
    'how we understand it': ['Point-bin missed', 'Point-driver was rude'],
    'what would put it right': ['Wanted-an apology'],
    'which points are not ours, and whose': ['Point-hospital bins', 'Whose-Northmere Hospital'],
    'the stage': [stageName(0)],
    'who deals with it, and as what': ['Handler-Amina Yusuf', 'Role-Complaints Officer'],
    'how to reach them': ['01632 960142', 'amina@example.org'],
    'when the reply is due': [day('2027-01-20')],
    'what we do about their needs': ['British Sign Language'],
    'how to add or correct': ['If we have got anything wrong, tell us', '/add/'],
    'who can help': [council.advocacy[0]!.phone],
    'the Ombudsman': [lgsco.name['en']!, lgsco.phone],
  },
  'handler-changed': {
    'who it is now, and as what': ['Handler-Amina Yusuf', 'Role-Complaints Officer', '01632 960142'],
    'that nothing has to be told again': ['do not have to tell it again'],
    'that the day stays': [day('2027-01-20')],
    'the Ombudsman': [lgsco.phone],
  },
  extended: {
    'that we are sorry': ['We are sorry'],
    'the day that was missed': [day('2027-01-06')],
    why: ['Reason-the driver was away'],
    'that it is still looked into': ['still looking into'],
    'the new day': [day('2027-01-20')],
    'whom to ask': ['Handler-Amina Yusuf', '01632 960142'],
    'the Ombudsman': [lgsco.name['en']!, lgsco.phone],
  },
  replied: {
    'the stage': [stageName(0)],
    'how it was looked into': ['Investigated-'],
    'an answer to each point': ['Answer-crew could not', 'Answer-crew say'],
    'a decision on each point': ['Upheld: we agree', 'Not upheld: we do not agree'],
    'the decision on the whole': ['Your complaint is partly upheld.'],
    'what was found': ['Found-nobody told'],
    'that we are sorry': ['Apology-we should'],
    'how it is put right, and by when': ['Remedy-we empty', day('2027-01-15')],
    'what we learned': ['Learned-logs'],
    'what we do, who does it and by when': [
      'Action-read logs',
      'Owner-Depot manager',
      'By when: ' + day('2027-02-01'),
    ],
    'the next stage, with its time and how to ask for it': [
      `ask for ${stageName(1)}`,
      day('2027-02-02'),
      '/review/',
    ],
    'the Ombudsman': [lgsco.name['en']!, lgsco.phone],
    thanks: ['Thank you'],
  },
  'next-stage': {
    'the stage, and who decides at it': [stageName(0), corporate.stages[0]!.decidedBy['en']!],
    'when it was asked for': [day('2026-12-30')],
    'who deals with it': ['Handler-Amina Yusuf', '01632 960142'],
    'when the reply is due': [day('2027-01-20')],
    'what we do about their needs': ['British Sign Language'],
    'the Ombudsman': [lgsco.phone],
  },
  'not-taken-on': {
    why: ['such as an appeal', 'Refusal-the fine has an appeal'],
    'where to go instead': ['Where-the tribunal'],
    'that the Ombudsman can look at the refusal, and in what time': [
      `ask the ${lgsco.name['en']!} to look at our decision`,
      lgsco.phone,
      `within ${lgsco.complainWithinMonths} months`,
    ],
    'who can help': [council.advocacy[0]!.phone],
  },
  'authority-accepted': {
    'for whom': ['You may act for Halina Wrona'],
    'what it lets them do': ['we can tell you what we find'],
    'who deals with it, and when the reply is due': ['Handler-Amina Yusuf', day('2027-01-20')],
    'the Ombudsman': [lgsco.phone],
  },
  'authority-refused': {
    'for whom': ['act for Halina Wrona'],
    'why, in writing': ['Authority-the papers name somebody else'],
    'what they can do now': [
      'something new to show us',
      'complain themself',
      'complain about that for yourself',
    ],
    'who can help': [council.advocacy[0]!.phone],
    'the Ombudsman': [lgsco.phone],
  },
}

describe.each(everyTemplate)('the letter %s', (template) => {
  const letter = text(template, { fields: { adjustments: ['bsl'] } })

  it.each(Object.entries(says[template]))('says %s', (_, words) => {
    for (const word of words) expect(letter).toContain(word)
  })

  it('says how to reach us, and that it can come in another language or format', () => {
    const [, lines] = closing(deskWriting()) as [unknown, { paragraph: string }]
    expect(letter).toContain(lines.paragraph)
    expect(letter).toContain(t('desk-letters.formats', { phone }))
    expect([phone, email].every((way) => letter.includes(way))).toBe(true)
  })

  it('can be posted: it speaks of no email that could be answered', () => {
    expect(letter).not.toMatch(/this email/i)
  })

  it('is in plain English, but for what an officer wrote', () => {
    const own = letterOf(template)!.blocks.flatMap((block) =>
      'paragraph' in block ? [block.paragraph] : 'list' in block ? block.list : [],
    )
    const html = `<main>${own.map((sentence) => `<p>${sentence}</p>`).join('')}</main>`
    const { averageSentence, longest, readingAge, banned } = readabilityOf({ address: '/', html })
    expect(averageSentence).toBeLessThanOrEqual(15)
    expect(wordsIn(longest).length, longest).toBeLessThanOrEqual(30)
    expect(readingAge).toBeLessThanOrEqual(11)
    expect(banned).toEqual([])
  })

  it('names nobody, and says nothing of the complaint, in its subject', () => {
    const { subject } = letterOf(template)!
    expect(subject).toContain('7KM-2RX-9TC')
    expect(subject).not.toMatch(/Łukasz|Halina|Zbigniew|bin/i)
  })
})

describe('an acknowledgement', () => {
  it('says what they wrote would put it right, where nothing else was agreed', () => {
    expect(text('acknowledged', { desk: { desired_outcome: null } })).toContain('Empty it, and say sorry.')
  })

  it('says nothing of points of others where there are none', () => {
    const points = deskFacts().points.filter(({ ours }) => ours)
    expect(text('acknowledged', { desk: { points } })).not.toContain(t('desk-letters.acknowledged.others'))
  })

  it('says who will look into it where nobody is named yet', () => {
    expect(text('acknowledged', { desk: { handler: null } })).toContain(corporate.stages[0]!.decidedBy['en'])
  })

  it.each([
    ['adult-social-care', 'We will agree with you'],
    ['data-protection', 'reply as soon as we have an answer'],
  ])('promises no day where none is set: %s', (procedure, words) => {
    const stage = { id: 'stage-1', acknowledge_by: '2026-12-29', respond_by: null }
    const letter = text('acknowledged', { complaint: { procedure, stage }, desk: { extension: null } })
    expect(letter).toContain(words)
    expect(letter).not.toContain('at the latest')
  })

  it('says that there may be a new day only while there is none and there may be one', () => {
    const extension = t('letters.outlook.extension')
    expect(text('acknowledged', { desk: { extension: null } })).toContain(extension)
    expect(text('acknowledged')).not.toContain(extension)
  })
})

describe('a reply', () => {
  it.each(['upheld', 'partly-upheld'] as const)(
    'says sorry in our words where an officer did not: %s',
    (decision) => {
      expect(text('replied', { desk: { decision, apology: null } })).toContain(
        t('desk-letters.replied.sorry'),
      )
      expect(text('replied', { desk: { decision } })).not.toContain(t('desk-letters.replied.sorry'))
    },
  )

  it('does not say that we were at fault where we were not', () => {
    expect(text('replied', { desk: { decision: 'not-upheld', apology: null } })).not.toContain('sorry')
  })

  it('leaves out what was not written, titles too', () => {
    const bare = text('replied', {
      desk: {
        points: [],
        investigated: null,
        apology: null,
        outcome_description: null,
        remedy: null,
        remedy_by: null,
        learning: null,
        actions: [],
        decision: 'not-upheld',
      },
    })
    for (const key of [
      'investigated',
      'points',
      'answer',
      'apology',
      'found',
      'remedy',
      'learned',
      'actions',
    ])
      expect(bare).not.toContain(t(`desk-letters.replied.${key}`))
  })

  it('gives no day to ask for the next stage by where none is set', () => {
    const childrens = {
      procedure: 'childrens-social-care',
      stage: { id: 'stage-2', acknowledge_by: null, respond_by: null },
    }
    const letter = text('replied', { complaint: childrens })
    expect(letter).toContain('Stage 3')
    expect(letter).not.toContain('Ask us by')
  })

  it.each(council.procedures.map((procedure) => [procedure.id, procedure] as const))(
    'leads from the last stage to the Ombudsman, with the time that they set: %s',
    (id, { stages, ombudsman }) => {
      const last = text('replied', {
        complaint: {
          procedure: id,
          stage: { id: stages.at(-1)!.id, acknowledge_by: null, respond_by: null },
        },
      })
      const theirs = council.ombudsmen.find((each) => each.id === ombudsman)!
      expect(last).toContain('This was the last stage')
      expect(last).toContain(`${theirs.name['en']}: ${theirs.phone}`)
      expect(last.includes('first knowing about the problem')).toBe(theirs.complainWithinMonths !== undefined)
      expect(last).not.toContain('/review/')
    },
  )
})

describe('a complaint that is not taken on', () => {
  it.each(['out-of-time', 'other-route', 'already-decided', 'court', 'not-ours'] as const)(
    'has its reason in a sentence, before what the officer wrote: %s',
    (reason) => {
      const withReason = (one: RefusalReason) =>
        text('not-taken-on', {
          desk: { refusal: { reason: one, explanation: 'Own words.', where_else: null } },
        })
      const [letter, bare] = [withReason(reason), withReason('other')]
      expect(bare).toContain('Own words.')
      expect(letter.length).toBeGreaterThan(bare.length + 40)
      expect(letter).not.toContain(t('desk-letters.not-taken-on.where'))
    },
  )

  it('says the time that its procedure sets, where it sets one', () => {
    const refusal = { reason: 'out-of-time', explanation: null, where_else: null } as const
    expect(text('not-taken-on', { desk: { refusal } })).toContain(
      `within ${corporate.timeLimitMonths} months`,
    )
    expect(
      text('not-taken-on', { desk: { refusal }, complaint: { procedure: 'data-protection' } }),
    ).toContain(t('desk-letters.not-taken-on.reason.out-of-time'))
  })
})

describe('of somebody who has died', () => {
  it.each(['executor', 'next-of-kin', 'someone-who-died'])(
    'nobody says that they could complain: %s',
    (rule) => {
      expect(text('authority-refused', { complaint: { acting: acting('refused', rule) } })).not.toContain(
        'themself',
      )
    },
  )
})

describe('no letter is written', () => {
  it.each([
    ['extended', { extension: null }],
    ['not-taken-on', { refusal: null }],
    ['authority-refused', { authority: null }],
    ['authority-accepted', { may_be_told: false }],
  ] as const)('where there is nothing to say any more: %s', (template, desk) => {
    expect(letterOf(template, { desk })).toBeNull()
  })

  it.each(everyTemplate.filter((template) => template !== 'authority-refused'))(
    'to somebody who may not act any more: %s',
    (template) => {
      for (const state of ['refused', 'withdrawn'])
        expect(
          letterOf(template, { complaint: { acting: acting(state) }, desk: { may_be_told: false } }),
        ).toBeNull()
    },
  )
})
