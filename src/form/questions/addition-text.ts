import { longText } from '../kinds/text.ts'

/** What they add or put right, in their own words. */
export const additionText = longText({
  id: 'addition-text',
  max: 20_000,
  record: 'addition.text',
  when: { question: 'addition-kind', is: ['more', 'correction'] },
})
