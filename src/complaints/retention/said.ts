import type { Counts } from './ports.ts'

/** What each kind is called, for whoever looks after the record. */
const names: Readonly<Record<string, string>> = {
  requests: 'requests for service',
  feedback: 'compliments and comments',
  files: 'files, before their complaints',
  additions: 'additions that belong to no complaint',
  surveys: 'answers about how we did',
  equality: 'answers people gave about themselves',
  drafts: 'forms saved to finish later',
  counters: 'counts of wrong codes, uploads and sign-ins',
  hooks: 'events that a case system was told',
  groups: 'groups that have no complaints left',
  audit: 'events of the audit',
  acts: 'acts of the desk that belong to no complaint',
  staff: 'people who left the team',
}

/** What is past its time in lines to print: counts alone. Kinds that have none are left out. */
export function saidOf({ complaints, held, never_closed, ...rows }: Counts): string[] {
  const lines = [
    ...Object.entries(complaints).map(([procedure, n]) => `complaints, ${procedure}: ${n}`),
    ...Object.entries(rows).flatMap(([kind, n]) => (n > 0 ? [`${names[kind] ?? kind}: ${n}`] : [])),
  ]
  return [
    ...(lines.length ? lines : ['nothing']),
    ...(held ? [`(held, and left as they are: ${held})`] : []),
    ...(never_closed
      ? [`(still open after all that time, so their time has not begun: ${never_closed}. Close them.)`]
      : []),
  ]
}
