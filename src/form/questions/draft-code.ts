import { shortText } from '../kinds/text.ts'

const asked = shortText({ id: 'draft-code', max: 100, record: 'key.draft' })

/** The code that opens saved answers, as the person types it. Whether it opens anything, only the site can tell. */
export const draftCode = {
  ...asked,
  codes: [...asked.codes, 'not-a-code', 'opens-nothing', 'too-many-tries'],
}
