import { describe, expect, it } from 'vitest'
import { ContentError, parseCouncil } from '../../src/council/parse.ts'
import { inEnglish } from './in-english.ts'

const shipped = JSON.stringify(inEnglish('council.json'))

/** What the council is told about the shipped file after one key has been changed; undefined takes it out. */
function told(path: string, value: unknown, ...more: [string, unknown][]): string {
  const file = JSON.parse(shipped) as Record<string, unknown>
  for (const [keys, replacement] of [[path, value] as [string, unknown], ...more])
    put(file, keys.split('.'), replacement)
  try {
    parseCouncil(JSON.parse(JSON.stringify(file)))
    return 'nothing'
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.message
  }
}

function put(into: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void {
  if (key === undefined) throw new Error('A path has at least one key.')
  if (rest.length === 0) into[key] = value
  else put(into[key] as Record<string, unknown>, rest, value)
}

const firstStage = 'procedures.0.stages.0'
const secondStage = 'procedures.0.stages.1'

describe('the shape of council.json', () => {
  it('names a key that is missing and what it is for', () => {
    expect(told('shortName', undefined)).toMatchInlineSnapshot(
      `"content/council.json: shortName is missing (the name people use in speech, for headings and subject lines). Add it."`,
    )
    expect(told('services.2.name', undefined)).toMatchInlineSnapshot(
      `"content/council.json: services[2].name is missing (the service’s name, in the words that residents use). Add it."`,
    )
    expect(told('procedures.0.acknowledgedBy', undefined)).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].acknowledgedBy is missing (system: the automatic email is the acknowledgement; team: that email is only a receipt). Add it. Write one of: system, team."`,
    )
    expect(told(`${firstStage}.respond`, undefined)).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].respond is missing (the longest that the reply may take, or null where no time is fixed: openReply then says how). Add it."`,
    )
    expect(told('safeguarding', undefined)).toMatchInlineSnapshot(
      `"content/council.json: safeguarding is missing (how to get help at once). Add it."`,
    )
  })

  it('names a key that it does not know, and those it does', () => {
    expect(told('services.3.procedur', 'corporate')).toMatchInlineSnapshot(
      `"content/council.json: services[3] has "procedur", which Heard does not know. Take it out, or write one of: id, name, procedure, law."`,
    )
    expect(told('color', '#0b4f56')).toMatchInlineSnapshot(
      `"content/council.json: the file has "color", which Heard does not know. Take it out, or write one of: name, shortName, site, council, colour, languages, contacts, openingHours, safeguarding, services, procedures, ombudsmen, advocacy, helplines, formats, files, equality, retention, withdrawal, consent, survey, thresholds, categories."`,
    )
  })

  it('wants to know whom each advocate is for', () => {
    expect(told('advocacy.0.for', [])).toMatchInlineSnapshot(
      `"content/council.json: advocacy[0].for is empty. Name at least one of: children, adults, care, mental-health, carers."`,
    )
    expect(told('advocacy.0.for', ['grown-ups'])).toMatchInlineSnapshot(
      `"content/council.json: advocacy[0].for[0] is "grown-ups", which is not known here. Write one of: children, adults, care, mental-health, carers."`,
    )
    expect(told('contacts.accessibility.answerWorkingDays', 0)).toMatchInlineSnapshot(
      `"content/council.json: contacts.accessibility.answerWorkingDays is 0, which is less than 1. Write a whole number from 1."`,
    )
  })

  it('wants no figure so small that it could give a person away', () => {
    expect(told('thresholds.smallNumbers', 4)).toMatchInlineSnapshot(
      `"content/council.json: thresholds.smallNumbers is 4, which is less than 5, so a figure could give a person away. Write 5, or more."`,
    )
    expect(told('thresholds.smallNumbers', 10)).toBe('nothing')
  })

  it('wants every period, none so short that the Ombudsman finds nothing, and none that outlives what it is of', () => {
    expect(told('retention.surveyYears', undefined)).toMatchInlineSnapshot(
      `"content/council.json: retention.surveyYears is missing (how many years answers about how we dealt with complaints are kept). Add it."`,
    )
    expect(told('retention.complaintYears', 1)).toMatchInlineSnapshot(
      `"content/council.json: retention.complaintYears is 1, which is less than 2, so the Ombudsman could ask for a complaint that is gone. Write 2, or more."`,
    )
    expect(told('retention.procedureYears', { housing: 0 })).toMatchInlineSnapshot(
      `"content/council.json: retention.procedureYears.housing is 0, which is less than 2, so the Ombudsman could ask for a complaint that is gone. Write 2, or more."`,
    )
    expect(told('retention.procedureYears', { bins: 6 })).toMatchInlineSnapshot(
      `"content/council.json: retention.procedureYears.bins is for "bins", which is no procedure here. Use the id of one under procedures, or take it out."`,
    )
    expect(told('retention.fileYears', 4)).toMatchInlineSnapshot(
      `"content/council.json: retention.fileYears is 4, but some complaints are kept for 3, and files go with their complaint. Write 3, or less."`,
    )
    expect(told('retention.auditYears', 6)).toMatchInlineSnapshot(
      `"content/council.json: retention.auditYears is 6, but some complaints are kept for 6, and the list of what was done must outlive them. Write 7, or more."`,
    )
    expect(told('retention.procedureYears', {}, ['retention.fileYears', 6])).toBe('nothing')
  })

  it('wants reminders in order and in time, and services that there are', () => {
    expect(told('consent.reminderDays', [7, 28])).toMatchInlineSnapshot(
      `"content/council.json: consent.reminderDays[1] is 28, but the question has lapsed by then: expireDays is 28. Write a smaller number."`,
    )
    expect(told('consent.reminderDays', [21, 7])).toMatchInlineSnapshot(
      `"content/council.json: consent.reminderDays[1] is 7, which does not come after the day before it in the list. Put the days in order."`,
    )
    expect(told('consent.claimedIsEnough', ['bin'])).toMatchInlineSnapshot(
      `"content/council.json: consent.claimedIsEnough[0] is "bin", which is no service here. Use the id of one under services, or take it out."`,
    )
    expect(told('consent.claimedIsEnough', ['bins'])).toBe('nothing')
    expect(told('consent.reminderDays', [])).toBe('nothing')
  })

  it('lists the words that a key may hold', () => {
    expect(told('procedures.0.acknowledgedBy', 'computer')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].acknowledgedBy is "computer", which is not known here. Write one of: system, team."`,
    )
    expect(told(`${firstStage}.acknowledge.unit`, 'days')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].acknowledge.unit is "days", which is not known here. Write one of: working-days, calendar-days."`,
    )
    expect(told(`${secondStage}.askWithin.from`, 'reply')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[1].askWithin.from is "reply", which is not known here. Write response."`,
    )
    expect(told('openingHours.0.days.1', 'Tuesday')).toMatchInlineSnapshot(
      `"content/council.json: openingHours[0].days[1] is "Tuesday", which is not known here. Write one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday."`,
    )
  })

  it('says what kind of thing it wants', () => {
    expect(told('name', 'Northmere Council')).toMatchInlineSnapshot(
      `"content/council.json: name is "Northmere Council", which is not words by language. Write them as { "en": "…" }."`,
    )
    expect(told('name', { en: 12 })).toMatchInlineSnapshot(
      `"content/council.json: name.en is 12, which is not text. Put it in quotation marks."`,
    )
    expect(told('services', {})).toMatchInlineSnapshot(
      `"content/council.json: services is a group of keys, which is not a list. Put it in square brackets."`,
    )
    expect(told('contacts.complaints.inPerson', ['Mere House'])).toMatchInlineSnapshot(
      `"content/council.json: contacts.complaints.inPerson is a list, which is not a group of keys. Put them in curly brackets."`,
    )
    expect(told('services.0.procedure', null)).toMatchInlineSnapshot(
      `"content/council.json: services[0].procedure is null, which is not text. Put it in quotation marks."`,
    )
    expect(told(`${firstStage}.acknowledge.within`, '5')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].acknowledge.within is "5", which is not a whole number. Write digits alone, without quotation marks."`,
    )
    expect(told(`${firstStage}.acknowledge.within`, 2.5)).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].acknowledge.within is 2.5, which is not a whole number. Write digits alone, without quotation marks."`,
    )
    expect(told(`${firstStage}.acknowledge.within`, 0)).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].acknowledge.within is 0, which is less than 1. Write a whole number from 1."`,
    )
  })

  it('shows how to write each kind of fact', () => {
    expect(told('colour', 'teal')).toMatchInlineSnapshot(
      `"content/council.json: colour is "teal", which is not a colour. Write a hash and six digits from 0 to f, such as #0b4f56."`,
    )
    expect(told('site', 'http://complaints.northmere.example.org')).toMatchInlineSnapshot(
      `"content/council.json: site is "http://complaints.northmere.example.org", which is not a web address that starts with https://. Write the whole address."`,
    )
    expect(told('services.0.id', 'Bins & recycling')).toMatchInlineSnapshot(
      `"content/council.json: services[0].id is "Bins & recycling", which is not an id. Use small letters, digits and single hyphens, such as council-tax."`,
    )
    expect(told('contacts.complaints.email', 'complaints at northmere')).toMatchInlineSnapshot(
      `"content/council.json: contacts.complaints.email is "complaints at northmere", which is not an email address. Write one such as complaints@example.org."`,
    )
    expect(told('contacts.complaints.phone', '01632-960100')).toMatchInlineSnapshot(
      `"content/council.json: contacts.complaints.phone is "01632-960100", which is not a phone number. Write digits and single spaces, such as 01632 960100."`,
    )
    expect(told('contacts.complaints.phone', '960100')).toMatchInlineSnapshot(
      `"content/council.json: contacts.complaints.phone is "960100", which is too short for a phone number. Write the whole number with its area code."`,
    )
    expect(told('contacts.complaints.post', ['Mere House'])).toMatchInlineSnapshot(
      `"content/council.json: contacts.complaints.post is too short for an address. Write one string for each line."`,
    )
    expect(told('openingHours.1.closes', '4.30pm')).toMatchInlineSnapshot(
      `"content/council.json: openingHours[1].closes is "4.30pm", which is not a time. Write hours and minutes on the 24-hour clock, such as 09:00."`,
    )
    expect(told('ombudsmen.0.checked', '21 November 2026')).toMatchInlineSnapshot(
      `"content/council.json: ombudsmen[0].checked is "21 November 2026", which is not a day. Write the year, month and day, such as 2026-12-08."`,
    )
    expect(told('ombudsmen.0.checked', '2026-02-30')).toMatchInlineSnapshot(
      `"content/council.json: ombudsmen[0].checked is "2026-02-30", which is not a day. Write the year, month and day, such as 2026-12-08."`,
    )
    expect(told('languages.0.tag', 'English')).toMatchInlineSnapshot(
      `"content/council.json: languages[0].tag is "English", which is not a language tag. Write one such as en, pl or en-simple."`,
    )
    expect(told('safeguarding.readMessages.en', ' ')).toMatchInlineSnapshot(
      `"content/council.json: safeguarding.readMessages.en is empty. Write the words, or take the language out."`,
    )
    expect(told('formats.contactWithin.within', 0)).toMatchInlineSnapshot(
      `"content/council.json: formats.contactWithin.within is 0, which is less than 1. Write a whole number from 1."`,
    )
    expect(told('formats.offered', [])).toMatchInlineSnapshot(
      `"content/council.json: formats.offered is empty. Write at least large print."`,
    )
    expect(told('formats.offered.0.ready', undefined)).toMatchInlineSnapshot(
      `"content/council.json: formats.offered[0].ready is missing (the longest it takes once the team knows what is needed, or null where a day is agreed). Add it."`,
    )
    expect(told('formats.offered.0.ready', null)).toBe('nothing')
    expect(told('helplines.0.who', 'everyone')).toMatchInlineSnapshot(
      `"content/council.json: helplines[0].who is "everyone", which is not known here. Write one of: children, parents."`,
    )
    expect(told('helplines.0.source', '')).toMatchInlineSnapshot(
      `"content/council.json: helplines[0].source is empty. Say where the facts were read."`,
    )
    expect(told('services', [])).toMatchInlineSnapshot(
      `"content/council.json: services is empty. Write at least one service."`,
    )
  })

  it('tells of everything at once', () => {
    expect(told('services.0.id', 'Bins', ['colour', 'teal'])).toMatchInlineSnapshot(`
      "content/council.json: colour is "teal", which is not a colour. Write a hash and six digits from 0 to f, such as #0b4f56.
      content/council.json: services[0].id is "Bins", which is not an id. Use small letters, digits and single hyphens, such as council-tax."
    `)
  })
})

describe('the procedures that council.json can hold', () => {
  const words = { name: { en: 'A name' }, decidedBy: { en: 'A manager' } }
  const days = (within: number, from: string, unit = 'working-days') => ({ within, unit, from })
  const procedure = (id: string, basis: string, stages: unknown[]) => ({
    id,
    basis,
    stages,
    name: words.name,
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    ombudsman: 'lgsco',
    source: 'A page',
    checked: '2026-11-21',
  })

  it('takes calendar days, replies without a fixed time, and stages that only some may ask for', () => {
    const dataProtection = procedure('information', 'data-protection-act', [
      {
        id: 'only',
        ...words,
        acknowledge: days(30, 'receipt', 'calendar-days'),
        respond: null,
        openReply: 'without-delay',
      },
    ])
    const childrens = procedure('childrens', 'childrens-social-care-regulations', [
      {
        id: 'stage-1',
        ...words,
        acknowledge: null,
        respond: days(10, 'receipt'),
        extension: { upTo: 10, unit: 'working-days' },
      },
      {
        id: 'stage-2',
        ...words,
        askedBy: { en: 'The child, or whoever complained' },
        reasons: 'invited',
        newDecider: true,
        askWithin: days(20, 'response'),
        acknowledge: null,
        respond: days(25, 'request'),
        extension: { upTo: 40, unit: 'working-days' },
      },
    ])
    expect(told('procedures.5', dataProtection, ['procedures.6', childrens])).toBe('nothing')
  })
})

describe('what council.json says against itself', () => {
  it('is told of an id that points to nothing', () => {
    expect(told('services.3.procedure', 'corporat')).toMatchInlineSnapshot(
      `"content/council.json: services[3].procedure is "corporat", which is not a procedure here. Write one of: corporate, housing, adult-social-care, childrens-social-care, data-protection."`,
    )
    expect(told('procedures.0.ombudsman', 'lgo')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].ombudsman is "lgo", which is not an ombudsman here. Write one of: lgsco, housing-ombudsman, ico."`,
    )
  })

  it('is told of an id given twice', () => {
    expect(told('services.4.id', 'bins')).toMatchInlineSnapshot(
      `"content/council.json: services[4].id is "bins", which services[0] has already. Give this one another."`,
    )
    expect(told(`${secondStage}.id`, 'stage-1')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[1].id is "stage-1", which stages[0] has already. Give this one another."`,
    )
  })

  it('is told of a format or a helpline given twice', () => {
    expect(told('formats.offered.1.id', 'large-print')).toMatchInlineSnapshot(
      `"content/council.json: formats.offered[1].id is "large-print", which offered[0] has already. Give this one another."`,
    )
    expect(told('helplines.1.id', 'help-at-hand')).toMatchInlineSnapshot(
      `"content/council.json: helplines[1].id is "help-at-hand", which helplines[0] has already. Give this one another."`,
    )
  })

  it('is told of words missing in a published language, and not in a draft', () => {
    const polish = { tag: 'pl', name: 'Polski', dir: 'ltr', status: 'published' }
    const everywhere = told('languages.1', polish)
    expect(everywhere.split('\n')[0]).toMatchInlineSnapshot(
      `"content/council.json: name has no words in pl, which is published. Add "pl": "…"."`,
    )
    // Every text is missing its Polish, to the deepest.
    expect(everywhere).toContain('procedures[0].stages[1].decidedBy has no words in pl')
    expect(everywhere).toContain('contacts.complaints.inPerson.place has no words in pl')
    expect(told('languages.1', { ...polish, status: 'draft' })).toBe('nothing')
  })

  it('is told of words in a language that the file does not list', () => {
    expect(told('services.0.name', { en: 'Bins', english: 'Bins' })).toMatchInlineSnapshot(
      `"content/council.json: services[0].name has words in "english", which is not in languages. Write one of: en."`,
    )
  })

  it('is told that English holds the root', () => {
    expect(told('languages.0.status', 'draft')).toMatchInlineSnapshot(
      `"content/council.json: languages[0] is not published English, which has the addresses at the root. Put en first, as published."`,
    )
  })

  it('is told of a colour too pale to read', () => {
    expect(told('colour', '#1d8a94')).toMatchInlineSnapshot(
      `"content/council.json: colour is "#1d8a94", which is too pale: its contrast with white is 4.1 to 1, and text needs 7 to 1. Write a darker colour."`,
    )
    expect(told('colour', '#595959')).toBe('nothing')
  })

  it('is told of a slash that would be doubled', () => {
    expect(told('site', 'https://complaints.northmere.example.org/')).toMatchInlineSnapshot(
      `"content/council.json: site is "https://complaints.northmere.example.org/", which ends with a slash. Take the slash off."`,
    )
  })

  it('is told of hours that end before they begin, and of a day with two sets of hours', () => {
    expect(told('openingHours.0.closes', '08:30')).toMatchInlineSnapshot(
      `"content/council.json: openingHours[0].closes is "08:30", which is not after it opens at 09:00. Write a later time."`,
    )
    expect(told('openingHours.1.days', ['thursday', 'friday'])).toMatchInlineSnapshot(
      `"content/council.json: openingHours[1].days[0] is "thursday", which openingHours[0] names already. Name each day once."`,
    )
  })

  it('is told that nobody asks for a first stage', () => {
    expect(told(`${firstStage}.acknowledge.from`, 'request')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].acknowledge.from is "request", but nobody asks for a first stage. Write receipt."`,
    )
    expect(told(`${firstStage}.respond.from`, 'request')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].respond.from is "request", but nobody asks for a first stage. Write receipt."`,
    )
    const askWithin = { within: 20, unit: 'working-days', from: 'response' }
    expect(told(`${firstStage}.askWithin`, askWithin)).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].askWithin is set, but nobody asks for a first stage. Take it out."`,
    )
  })

  it('is told that a later stage says who decides and whether reasons are wanted', () => {
    expect(told(`${secondStage}.newDecider`, undefined, [`${secondStage}.reasons`, undefined]))
      .toMatchInlineSnapshot(`
      "content/council.json: procedures[0].stages[1].reasons is missing (whether people may say why they ask for this stage, or must). Add it. Write one of: invited, required.
      content/council.json: procedures[0].stages[1].newDecider is missing (whether someone decides who took no part in the stage before). Add it. Write true or false."
    `)
    expect(told(`${firstStage}.reasons`, 'invited')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].reasons is set, but nobody asks for a first stage. Take it out."`,
    )
  })

  it('is told of an informal stage that is not the first, or is the only one', () => {
    expect(told(`${secondStage}.informal`, true)).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[1].informal is set, but this is not the first stage. Take it out, or put the stage first."`,
    )
    const [, second] = (JSON.parse(shipped) as { procedures: { stages: object[] }[] }).procedures[0]!.stages
    const informal = {
      ...second,
      informal: true,
      askWithin: undefined,
      reasons: undefined,
      newDecider: undefined,
    }
    const only = {
      ...informal,
      acknowledge: null,
      respond: { within: 1, unit: 'working-days', from: 'receipt' },
    }
    expect(told('procedures.0.stages', [only])).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages has only informal stages, so nobody would ever get a formal reply. Add one."`,
    )
  })

  it('is told of a reply without a time that does not say how it is timed, or the other way round', () => {
    expect(told('procedures.2.stages.0.openReply', undefined)).toMatchInlineSnapshot(
      `"content/council.json: procedures[2].stages[0].openReply is missing, and respond is null, so nobody could be told when the reply comes. Add it. Write one of: date-agreed, without-delay."`,
    )
    expect(told(`${firstStage}.openReply`, 'date-agreed')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].openReply is set, but respond has a time. Take it out, or write null for respond."`,
    )
  })

  it('is told of steps that hang on a day nobody knows', () => {
    const panel = 'procedures.3.stages.2'
    expect(told(`${panel}.steps.0.clock`, null)).toMatchInlineSnapshot(
      `"content/council.json: procedures[3].stages[2].steps[1].clock.from is "step-before", but no step with a time comes before. Count from receipt or request, or give that step a time."`,
    )
    expect(told(`${panel}.steps.1.clock`, null)).toMatchInlineSnapshot(
      `"content/council.json: procedures[3].stages[2].respond.from is "last-step", but the last of the steps has no time. Give it one, or count from receipt or request."`,
    )
    expect(
      told(`${firstStage}.steps`, [
        {
          id: 'a',
          name: { en: 'A' },
          what: { en: 'A' },
          clock: { within: 1, unit: 'working-days', from: 'request' },
        },
        { id: 'a', name: { en: 'A' }, what: { en: 'A' }, clock: null },
      ]),
    ).toMatchInlineSnapshot(`
      "content/council.json: procedures[0].stages[0].steps[1].id is "a", which steps[0] has already. Give this one another.
      content/council.json: procedures[0].stages[0].steps[0].clock.from is "request", but nobody asks for a first stage. Write receipt."
    `)
  })

  it('is told that a later stage begins with a request', () => {
    expect(told(`${secondStage}.acknowledge.from`, 'receipt')).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[1].acknowledge.from is "receipt", but a later stage begins when someone asks for it. Write request."`,
    )
  })

  it('is told of clocks that never start, never end or end in the wrong order', () => {
    expect(
      told(`${firstStage}.acknowledge`, null, ['procedures.0.acknowledgedBy', 'team']),
    ).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].respond.from is "acknowledgement", but acknowledge is null, so nobody could be told the latest date. Give acknowledge a time, or count from receipt or request."`,
    )
    expect(
      told(`${firstStage}.respond`, null, [`${firstStage}.openReply`, 'date-agreed']),
    ).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].extension is set, but respond is null, so there is no time to extend. Take it out, or give respond a time."`,
    )
    expect(
      told(`${firstStage}.respond`, { within: 3, unit: 'working-days', from: 'receipt' }),
    ).toMatchInlineSnapshot(
      `"content/council.json: procedures[0].stages[0].acknowledge.within is 5, which is later than the reply (3). Write 3 or less."`,
    )
  })
})
