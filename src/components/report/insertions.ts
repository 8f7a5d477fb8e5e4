import { insertions as everywhere } from '../site/insertions.ts'
import Averages from './averages.astro'
import Chart from './chart.astro'
import CodeAssessment from './code-assessment.astro'
import Comparison from './comparison.astro'
import Definitions from './definitions.astro'
import Figure from './figure.astro'
import Finding from './finding.astro'
import HiddenRule from './hidden-rule.astro'
import Lessons from './lessons.astro'
import Letters from './letters.astro'
import NotMet from './not-met.astro'
import Part from './part.astro'
import Principles from './principles.astro'
import Response from './response.astro'
import VerdictRule from './verdict-rule.astro'

/** What a writer may put in a page of a report by name, beside everything that guidance has. */
export const insertions = {
  ...everywhere,
  Averages,
  Chart,
  CodeAssessment,
  Comparison,
  Definitions,
  Figure,
  Finding,
  HiddenRule,
  Lessons,
  Letters,
  NotMet,
  Part,
  Principles,
  Response,
  VerdictRule,
}
