import type { Contradiction } from '../contradictions.ts'
import type { Council } from '../schema.ts'

/** Files that would outlive their complaint, an audit that would not outlive it, and procedures that there are not. */
export function retention({ retention: kept, procedures }: Council): Contradiction[] {
  const { complaintYears, procedureYears, fileYears, auditYears } = kept
  const each = [complaintYears, ...Object.values(procedureYears)]
  const [shortest, longest] = [Math.min(...each), Math.max(...each)]
  const unknown = Object.keys(procedureYears).flatMap((id) =>
    procedures.some((procedure) => procedure.id === id)
      ? []
      : [
          {
            path: ['retention', 'procedureYears', id],
            message: `is for "${id}", which is no procedure here. Use the id of one under procedures, or take it out.`,
          },
        ],
  )
  const files =
    // Under two years there is a message of its own.
    fileYears > shortest && shortest >= 2
      ? [
          {
            path: ['retention', 'fileYears'],
            message: `is ${fileYears}, but some complaints are kept for ${shortest}, and files go with their complaint. Write ${shortest}, or less.`,
          },
        ]
      : []
  const audit =
    auditYears <= longest
      ? [
          {
            path: ['retention', 'auditYears'],
            message: `is ${auditYears}, but some complaints are kept for ${longest}, and the list of what was done must outlive them. Write ${longest + 1}, or more.`,
          },
        ]
      : []
  return [...unknown, ...files, ...audit]
}
