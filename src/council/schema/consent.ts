import * as z from 'zod'
import { count } from './kinds.ts'

/** How the person complained for is asked whether they agree (DOMAIN 5.4). Days are calendar days. */
export const consent = z
  .strictObject({
    expireDays: count('how many days someone has to answer, such as 28'),
    reminderDays: z
      .array(count('the day on which someone is reminded, counted from the day they were asked'))
      .max(9, 'has more than 9 days. Take some out.')
      .describe('when someone who has not answered is reminded; an empty list where nobody is'),
    monthsAfterClosing: count('how many months a yes lasts after the complaint is closed, such as 12'),
    claimedIsEnough: z
      .array(z.string())
      .describe(
        'ids of the services for which a yes need not be checked, although the representative may have given it; best empty',
      ),
  })
  .describe('how the person complained for is asked whether somebody may act for them')
