import type { Year } from './load.ts'
import { insertedIn } from './said-in-words.ts'

/** A year’s report, and its words by page: `time` → MDX. */
export interface Written extends Year {
  readonly words: Readonly<Record<string, string>>
}

/** One thing that a report has to hold. */
export interface Asked {
  readonly id: string
  /** Who asks for it, and where. */
  readonly rule: string
  /** What is missing and how to mend it, and in which file; null where all is well. */
  readonly lacks: (report: Written) => { readonly file: string; readonly mend: string } | null
}

/** A part that a writer puts into a page. */
const part = (id: string, rule: string, page: string, name: string, of?: string): Asked => ({
  id,
  rule,
  lacks: ({ words }) => {
    const there = Object.values(words)
      .flatMap(insertedIn)
      .some((inserted) => inserted.name === name && (of === undefined || inserted.of['of'] === of))
    const tag = of === undefined ? `<${name} />` : `<${name} of="${of}" />`
    return there
      ? null
      : { file: `${page}.mdx`, mend: `Put ${tag} where it belongs on that page, or another.` }
  },
})

const code = 'LGSCO Complaint Handling Code, section 8'
const measures = 'what councils’ guidance asks to be counted (S0, S3)'

/**
 * What the Ombudsman’s Code asks for in the yearly report (DOMAIN 2.5), and what councils’ own guidance does
 * (DOMAIN 1.5). The build holds every report to it.
 */
export const checklist: readonly Asked[] = [
  part('self-assessment', code, 'code', 'CodeAssessment'),
  part('number-received', measures, 'received', 'Chart', 'received-by-kind-and-quarter'),
  part('months', measures, 'received', 'Chart', 'complaints-by-month'),
  part('services', measures, 'received', 'Chart', 'complaints-by-service'),
  part('themes', measures, 'received', 'Chart', 'complaints-by-reason-and-quarter'),
  part('compliments', measures, 'received', 'Chart', 'compliments-by-service'),
  part('time-to-acknowledge', `${code}; 5.1`, 'time', 'Chart', 'stage-1-asked-by-procedure-and-acknowledged'),
  part('time-to-respond', `${code}; 6.3`, 'time', 'Chart', 'stage-1-answers-by-procedure-and-time'),
  part('average-time', measures, 'time', 'Averages', 'respond'),
  part('outcomes', measures, 'outcomes', 'Chart', 'stage-1-answers-by-procedure-and-outcome'),
  part(
    'kinds-not-accepted',
    `${code}: the kinds of complaint refused`,
    'outcomes',
    'Chart',
    'refused-by-reason',
  ),
  part('going-further', measures, 'outcomes', 'Chart', 'asked-by-stage-and-quarter'),
  part('ombudsman-decisions', code, 'outcomes', 'Chart', 'ombudsmen-by-decision'),
  part('annual-letter', `${code}: the Ombudsman’s annual letter`, 'outcomes', 'Letters'),
  part('comparison', 'S3: each year beside the year before', 'overview', 'Comparison'),
  part('improvements', `${code}: what was improved from learning`, 'learning', 'Lessons'),
  part('actions', measures, 'learning', 'Chart', 'actions-by-kind-and-state'),
  part('not-met', `${code}: where the Code was not kept to`, 'code', 'NotMet'),
  part(
    'governance-response',
    `${code}: published with the governance response beside it`,
    'overview',
    'Response',
  ),
  part('definitions', 'S3’s figures that cannot be told apart (DOMAIN 13.4)', 'notes', 'Definitions'),
  part('verdict-rule', 'S3’s verdicts without a rule (DOMAIN 13.4, 15)', 'notes', 'VerdictRule'),
  part('hidden-figures', 'figures that are hidden are explained (DOMAIN 6)', 'notes', 'HiddenRule'),
  {
    id: 'letter-from-the-ombudsman',
    rule: `${code}: the Ombudsman’s annual letter`,
    lacks: ({ report }) =>
      report.letters.some(({ ombudsman }) => ombudsman === 'lgsco')
        ? null
        : {
            file: 'report.json',
            mend: 'Add the letter of the Local Government and Social Care Ombudsman to letters: its id is lgsco.',
          },
  },
  {
    id: 'lessons',
    rule: `${code}: what was improved from learning`,
    lacks: ({ report }) =>
      report.lessons.length
        ? null
        : {
            file: 'report.json',
            mend: 'Add what was learned in the year to lessons, by its id in learning.json.',
          },
  },
  {
    id: 'a-no-is-told',
    rule: `${code}: where the Code was not kept to`,
    lacks: ({ code, report }) =>
      code.sections.every(({ met }) => met) || report.notMet.length
        ? null
        : {
            file: 'report.json',
            mend: 'code.json answers no, and notMet is empty. Say in notMet how the Code was not kept to.',
          },
  },
]
