import type { ExportRow } from '../complaints/desk/ports.ts'

/** What a spreadsheet takes for the start of a formula, which it would then run; some take the wide forms too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell as RFC 4180 has it. What could begin a formula gets an apostrophe before it, so that it stays text. */
export function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const facts = [
  'reference',
  'kind',
  'service',
  'procedure',
  'theme',
  'channel',
  'language',
  'received_on',
  'acceptance',
  'withdrawn',
  'closed_on',
  'ombudsman',
  'ombudsman_decision',
  'ombudsman_decided_on',
] as const

const ofStages = [
  'stage',
  'requested_on',
  'acknowledge_by',
  'acknowledged_on',
  'respond_by',
  'extended_to',
  'responded_on',
  'decision',
  'remedied_on',
] as const

const mostStages = 3

/**
 * Cases as a file for a spreadsheet: RFC 4180, with the mark by which Excel knows UTF-8. One line a case, and its first
 * three stages beside each other.
 */
export function csvOf(rows: readonly ExportRow[]): string {
  const stages = Array.from({ length: mostStages }, (_, place) => place)
  const head = [...facts, ...stages.flatMap((place) => ofStages.map((name) => `stage_${place + 1}_${name}`))]
  const lines = rows.map((row) => [
    ...facts.map((name) => row[name]),
    ...stages.flatMap((place) => ofStages.map((name) => row.stages[place]?.[name])),
  ])
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
