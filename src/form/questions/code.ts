import { shortText } from '../kinds/text.ts'

/** What is said where a reference and a code are tried: only the site can tell, not the form. */
const told = ['not-a-code', 'does-not-open', 'too-many-tries']

const asked = shortText({ id: 'code', max: 60, record: 'key.code' })
const left = shortText({ id: 'code', max: 60, record: 'key.code', optional: true })

/** The code that opens a complaint, beside its reference. */
export const code = { ...asked, codes: [...asked.codes, ...told] }

/** The same where somebody may go on without it. */
export const codeIfKnown = { ...left, codes: [...left.codes, ...told] }
