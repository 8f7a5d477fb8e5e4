import { shortText } from '../kinds/text.ts'

/** Which complaint it is about, as the person types it: the code beside it decides whether it can be read. */
export const reference = {
  ...shortText({ id: 'reference', max: 100, record: 'key.reference' }),
  codes: ['required', 'too-long', 'not-a-reference'],
}
