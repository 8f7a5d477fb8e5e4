import { longText } from '../kinds/text.ts'

/** What was wrong with how a report was dealt with. Nobody has to give a reason to complain. */
export const unhappyAbout = longText({
  id: 'unhappy-about',
  max: 20_000,
  optional: true,
  record: 'stage.request_reasons',
})
