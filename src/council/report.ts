import { checkContent, type Findings } from './check.ts'

/**
 * `npm run check:council`: holds the council's data against itself, the Codes and the regulations, and says what
 * nobody has checked. A folder may be named in place of content/. Ends with 1 where something must be mended, and
 * with 0 where there is only something to look at.
 */
const findings = checkContent(process.argv[2])
const headings: Record<keyof Findings, string> = {
  errors: 'To mend before the site can be built',
  warnings: 'To look at',
  unchecked: 'Not checked yet',
}

for (const kind of ['errors', 'warnings', 'unchecked'] as const) {
  if (findings[kind].length) {
    console.log(`\n${headings[kind]} (${findings[kind].length})\n`)
    for (const line of findings[kind]) console.log(`- ${line}`)
  }
}
console.log(
  `\n${findings.errors.length} to mend, ${findings.warnings.length} to look at, ${findings.unchecked.length} not checked yet.`,
)
process.exitCode = findings.errors.length ? 1 : 0
