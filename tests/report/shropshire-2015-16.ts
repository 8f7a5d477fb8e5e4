import type { Statement } from '../../src/report/checks/statements.ts'
import type { Value } from '../../src/report/verdict.ts'

/**
 * A real report of another council, taken apart from DOMAIN.md 13: S3, children's services of Shropshire, 1 April
 * 2015 to 31 March 2016. Only figures; it is never published here. `says` is what it prints, contradictions and
 * all, by the number that 13.4 gives each of them.
 */

const share = (percent: number, of: number): Value => ({ unit: 'share', n: percent / 100, of })
const count = (n: number): Value => ({ unit: 'count', n })
const days = (n: number): Value => ({ unit: 'days', n })

const complaints = 'social care complaints'
const outcomes = 'social care stage 1 outcomes'

/** By its number in 13.4: what the report says, and the checks that must tell. 16 is about the law, not a figure. */
export const contradictions: readonly {
  readonly number: number
  readonly caughtBy: readonly string[]
  readonly says: readonly Statement[]
}[] = [
  {
    number: 1,
    caughtBy: ['counted-twice-differently'],
    says: [
      { says: 'count', at: 'section 3', of: complaints, n: 93 },
      { says: 'count', at: 'section 4', of: complaints, n: 92 },
    ],
  },
  {
    number: 2,
    caughtBy: ['counted-twice-differently'],
    says: [
      { says: 'count', at: 'section 3', of: 'social care comments', n: 9 },
      { says: 'count', at: 'section 6', of: 'social care comments', n: 6 },
    ],
  },
  {
    number: 3,
    caughtBy: ['monthly-average'],
    says: [
      {
        says: 'monthly-average',
        at: 'key findings',
        of: 'records of feedback',
        all: 156,
        months: 12,
        average: 13.3,
      },
    ],
  },
  {
    number: 4,
    caughtBy: ['parts-and-whole'],
    says: [
      {
        says: 'sum',
        at: 'key findings',
        of: 'complaints beyond stage 1',
        whole: 12,
        parts: [
          { of: 'social care at stage 2', n: 5 },
          { of: 'a review', n: 1 },
          { of: 'contacts of the Ombudsman', n: 4 },
          { of: 'Learning and Skills at stage 2', n: 1 },
        ],
      },
    ],
  },
  {
    number: 5,
    caughtBy: ['shares-to-100'],
    says: [{ says: 'split', at: 'section 3', of: `${outcomes} of 2015/16`, percent: [31, 49, 16] }],
  },
  {
    number: 6,
    caughtBy: ['shares-to-100'],
    says: [{ says: 'split', at: 'section 4', of: `${outcomes} of 2014/15`, percent: [17, 25, 56] }],
  },
  {
    number: 7,
    caughtBy: ['came-and-ended'],
    says: [{ says: 'flow', at: 'section 3', of: complaints, carried: 0, came: 93, ended: 75, open: 10 }],
  },
  {
    number: 8,
    // Caught as a verdict without a rule too, since nothing in the report says how verdicts are given.
    caughtBy: ['verdict-against-figures', 'verdict-without-a-rule'],
    says: [
      {
        says: 'verdict',
        at: 'recommendation 4',
        of: 'complaints upheld',
        better: 'less',
        before: share(17, 97),
        after: share(16, 75),
        verdict: 'worse',
      },
    ],
  },
  {
    number: 9,
    caughtBy: ['half-of-the-answer'],
    says: [
      {
        says: 'alone',
        at: 'key findings',
        of: 'complaints upheld',
        n: 14,
        leftOut: [{ of: 'partly upheld', n: 37 + 5 }],
      },
    ],
  },
  {
    number: 10,
    caughtBy: ['average-of-parts'],
    says: [
      {
        says: 'average',
        at: 'section 3',
        of: 'social care complaints closed at stage 1',
        unit: 'working-days',
        average: 26.5,
        parts: [
          { n: 62, average: 31.7 },
          { n: 31, average: 18.8 },
        ],
      },
    ],
  },
  {
    number: 11,
    caughtBy: ['which-days'],
    says: [
      { says: 'average', at: 'section 3', of: 'social care', unit: null, average: 26.5, parts: [] },
      { says: 'average', at: 'section 2', of: 'learning', unit: 'working-days', average: 16.9, parts: [] },
    ],
  },
  {
    number: 12,
    caughtBy: ['late-by-which-limit'],
    says: [
      { says: 'late', at: 'Learning and Skills, section 2', of: 'late complaints', limit: 25, n: 3 },
      { says: 'late', at: 'Learning and Skills, recommendation 5', of: 'late complaints', limit: 30, n: 2 },
    ],
  },
  {
    number: 13,
    caughtBy: ['basis-changed'],
    says: [
      {
        says: 'basis',
        at: 'Learning and Skills, section 3',
        of: 'records of feedback',
        year: '2014/15',
        counts: ['complaints', 'comments', 'MP enquiries'],
      },
      {
        says: 'basis',
        at: 'Learning and Skills, section 3',
        of: 'records of feedback',
        year: '2015/16',
        counts: ['complaints', 'comments', 'compliments'],
      },
    ],
  },
  {
    number: 14,
    caughtBy: ['quoted-twice'],
    says: [
      { says: 'quote', at: 'section 5', words: 'organised… responses quick' },
      { says: 'quote', at: 'Learning and Skills, section 4', words: 'Organised… responses quick.' },
    ],
  },
  {
    number: 15,
    caughtBy: ['verdict-without-a-rule'],
    says: [
      {
        says: 'verdict',
        at: 'section 4',
        of: 'social care compliments',
        better: 'more',
        before: count(17),
        after: count(36),
        verdict: 'better',
      },
      {
        says: 'verdict',
        at: 'Learning and Skills, section 3',
        of: 'learning compliments',
        better: 'more',
        before: count(0),
        after: count(2),
        verdict: 'same',
      },
    ],
  },
  {
    number: 17,
    caughtBy: ['share-of-what'],
    says: [
      {
        says: 'share',
        at: 'section 8',
        of: 'complaints with learning or an action',
        percent: 49,
        base: null,
      },
    ],
  },
]

/** Its other verdicts, which our rule gives too: an average of days, shares with partly upheld, small counts. */
export const soundVerdicts: readonly Statement[] = [
  verdict('complaints', 'neither', count(97), count(93), 'same'),
  verdict('days to close', 'less', days(20), days(26.5), 'worse'),
  verdict('upheld or partly', 'less', share(42, 97), share(65, 75), 'worse'),
  verdict('beyond stage 1', 'less', count(8), count(5), 'same'),
  verdict('learning complaints', 'neither', count(15), count(15), 'same'),
  verdict('learning days', 'less', days(21), days(16.9), 'better'),
  verdict('learning beyond stage 1', 'less', count(0), count(1), 'same'),
]

function verdict(
  of: string,
  better: 'more' | 'less' | 'neither',
  before: Value,
  after: Value,
  verdict: 'better' | 'same' | 'worse',
): Statement {
  return { says: 'verdict', at: 'the comparison', of, better, before, after, verdict }
}
