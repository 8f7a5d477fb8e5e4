import { longText } from '../kinds/text.ts'

/** Whoever was asked by a letter that somebody passed on has left no way to reach them. */
export const consentReach = longText({
  id: 'consent-reach',
  max: 500,
  record: 'consent.reach',
  identifies: true,
  when: { question: 'consent-answer', is: ['talk-first'] },
})
