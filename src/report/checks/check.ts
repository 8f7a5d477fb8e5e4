import type { At, Statement } from './statements.ts'

/** What a check finds: where, and what is wrong there and how to mend it, for whoever writes the report. */
export interface Fault {
  readonly at: At
  readonly message: string
}

/** One way in which a report's figures can contradict each other. */
export interface Check {
  /** Its name, in what the build prints. */
  readonly id: string
  readonly faults: (statements: readonly Statement[]) => readonly Fault[]
}
