import { readReference } from '../../complaints/reference.ts'
import { shortText } from '../../form/kinds/text.ts'
import type { Act } from '../act.ts'

const belongsTo = shortText({ id: 'desk-belongs-to', max: 100, record: 'desk.reference' })

/** Puts what came without a code to its complaint. */
export const matchAddition: Act = {
  id: 'match-addition',
  about: 'addition',
  journey: () => ({ id: 'desk-match-addition', steps: [{ id: 'belongs', questions: [belongsTo] }] }),
  toArgs: ({ answer, about }) => {
    const reference = readReference(answer('desk-belongs-to'))
    return reference
      ? { reference, addition: about }
      : { errors: [{ question: 'desk-belongs-to', field: 'desk-belongs-to', code: 'not-references' }] }
  },
}

/** A letter was printed and posted: it is not tried by email any more. */
export const printed: Act = {
  id: 'printed',
  about: 'letter',
  journey: () => ({ id: 'desk-printed', steps: [] }),
  toArgs: ({ about }) => ({ message: about }),
}

/** The team's word that nobody wrote it: its letters are held. */
export const junk: Act = {
  id: 'junk',
  about: 'case',
  offered: ({ complaint }) => !complaint.junk,
  journey: () => ({ id: 'desk-junk', steps: [] }),
  toArgs: (_, found) => ({ reference: found!.complaint.reference, junk: true }),
}

/** The team's word that somebody did write it, whatever the signs: its letters go. */
export const notJunk: Act = {
  id: 'not-junk',
  name: 'junk',
  about: 'case',
  offered: ({ complaint }) => complaint.junk,
  journey: () => ({ id: 'desk-not-junk', steps: [] }),
  toArgs: (_, found) => ({ reference: found!.complaint.reference, junk: false }),
}
