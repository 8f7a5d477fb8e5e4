import { readReference } from '../../complaints/reference.ts'
import { longText, shortText } from '../../form/kinds/text.ts'
import type { Act } from '../act.ts'

const others = longText({ id: 'desk-group-with', max: 2000, record: 'desk.with' })
const aboutWhat = shortText({ id: 'desk-group-about', max: 200, record: 'desk.about' })

/** Joins complaints of several people about one thing: each keeps its own reply. */
export const joinGroup: Act = {
  id: 'join-group',
  about: 'case',
  offered: ({ complaint }) => complaint.kind === 'complaint',
  journey: () => ({ id: 'desk-join-group', steps: [{ id: 'group', questions: [others, aboutWhat] }] }),
  toArgs: ({ answer }, found) => {
    const typed = answer('desk-group-with')
      .split(/[\n,;]+/)
      .filter((text) => text.trim())
    const references = typed.map(readReference)
    if (references.includes(null))
      return { errors: [{ question: 'desk-group-with', field: 'desk-group-with', code: 'not-references' }] }
    return { reference: found!.complaint.reference, with: references, about: answer('desk-group-about') }
  },
}

/** Takes a complaint out of its group. */
export const leaveGroup: Act = {
  id: 'leave-group',
  about: 'case',
  offered: ({ complaint }) => complaint.group_id !== null,
  journey: () => ({ id: 'desk-leave-group', steps: [] }),
  toArgs: (_, found) => ({ reference: found!.complaint.reference }),
}
