import * as z from 'zod'
import { count, email, phone, post, text } from './kinds.ts'

const inPerson = z
  .strictObject({
    place: text('the name of the building'),
    address: post('its address, one string for each line'),
  })
  .describe('where people can come and talk to the team')

const team = {
  team: text('the team’s or officer’s name'),
  email: email('its email address'),
  phone: phone('its phone number'),
}

/** Everyone a page or a letter may send people to. */
export const contacts = z
  .strictObject({
    complaints: z
      .strictObject({
        ...team,
        textRelay: phone('the phone number for text relay, with 18001 in front'),
        post: post('its postal address, one string for each line'),
        inPerson,
      })
      .describe('the team that looks after complaints; copies of every complaint go to its email address'),
    dataProtection: z
      .strictObject({ ...team, post: post('the postal address, one string for each line') })
      .describe('the data protection officer, for the privacy notice'),
    accessibility: z
      .strictObject({
        ...team,
        answerWorkingDays: count('how many working days people wait for an answer, at the longest'),
      })
      .describe('who mends the site where it keeps people out'),
  })
  .describe('the people a page or a letter sends people to')

const time = (description: string) =>
  z
    .string()
    .regex(
      /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
      'is not a time. Write hours and minutes on the 24-hour clock, such as 09:00.',
    )
    .describe(description)

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** When the complaints team answers the phone and sees people. Bank holidays are closed without saying so. */
export const openingHours = z
  .array(
    z
      .strictObject({
        days: z
          .array(z.enum(weekdays))
          .min(1, 'is empty. Name the days, such as ["monday", "tuesday"].')
          .describe('days that share these hours'),
        opens: time('when the lines and doors open, such as 09:00'),
        closes: time('when they close, such as 17:00'),
      })
      .describe('hours that some days share'),
  )
  .min(1, 'is empty. Say when people can ring.')
  .describe('when the complaints team can be rung and visited')

const urgentLine = (whom: string) =>
  z
    .strictObject({
      phone: phone(`the number to ring when ${whom} may be in danger`),
      hours: text('when that number is answered, to follow “answered …”'),
    })
    .describe(`help for ${whom} at risk`)

/** Where a complaint goes at once when it says that someone is at risk, and what people are told about that. */
export const safeguarding = z
  .strictObject({
    email: email('where the warning is sent the moment someone says a person is at risk'),
    readMessages: text('when a person reads those messages, said plainly, to follow “read …”'),
    adults: urgentLine('an adult'),
    children: urgentLine('a child'),
    outOfHoursPhone: phone('the number to ring when the others are closed'),
  })
  .describe('how to get help at once')
