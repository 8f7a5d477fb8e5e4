/** What Northmere’s made-up record is like: how likely things are. All of it is invented. */

/** How busy each month is: June, July, December and January are the busiest, as in the reports of councils. */
export const months: Readonly<Record<string, number>> = {
  '01': 1.3,
  '02': 1.05,
  '03': 1,
  '04': 0.85,
  '05': 0.95,
  '06': 1.25,
  '07': 1.3,
  '08': 0.85,
  '09': 1,
  '10': 0.85,
  '11': 0.85,
  '12': 1.15,
}

/** How often each service is written about, and when it is so twice as often. */
export const services: Readonly<Record<string, readonly [weight: number, busy?: readonly string[]]>> = {
  bins: [15, ['12', '01']],
  roads: [11, ['01', '02', '03']],
  'street-cleaning': [4],
  parking: [7, ['07', '12']],
  'council-tax-and-benefits': [9, ['03', '04']],
  'housing-advice': [6],
  'council-homes': [16, ['11', '12', '01']],
  planning: [6],
  'noise-and-pests': [4, ['06', '07']],
  parks: [4, ['06', '07', '08']],
  'libraries-and-leisure': [3],
  schools: [4, ['06', '07', '09']],
  'adult-social-care': [9],
  'childrens-social-care': [9, ['06', '07']],
  registrations: [2.5],
  licences: [2.5],
  'customer-service': [4],
  'your-information': [5],
  'something-else': [3],
}

/** What is praised is not what is complained about. */
export const praised: Readonly<Record<string, number>> = {
  bins: 4,
  roads: 1,
  'street-cleaning': 2,
  'housing-advice': 2,
  'council-homes': 4,
  parks: 5,
  'libraries-and-leisure': 6,
  'adult-social-care': 9,
  'childrens-social-care': 5,
  registrations: 3,
  'customer-service': 4,
}

export const channels = { web: 50, email: 17, phone: 21, post: 6, 'in-person': 6 }

export const reasons = {
  delay: 22,
  communication: 18,
  quality: 17,
  'customer-care': 8,
  'failure-to-act': 14,
  procedures: 6,
  assessment: 4,
  'staff-conduct': 6,
  decision: 9,
}

/** Children’s and adults’ social care are complained about for other reasons than bins. */
export const careReasons = {
  ...reasons,
  communication: 26,
  assessment: 18,
  decision: 12,
  delay: 12,
  quality: 10,
}

export const decisions = { upheld: 25, 'partly-upheld': 31, 'not-upheld': 41, withdrawn: 3 }
export const laterDecisions = { upheld: 14, 'partly-upheld': 34, 'not-upheld': 49, withdrawn: 3 }

export const refusals = { 'too-old': 8, 'other-route': 9, 'at-court': 1, 'answered-before': 5, 'not-ours': 4 }

export const learning = { 'communication-and-information': 9, 'service-quality': 6, 'policy-or-procedure': 3 }

export const actions = {
  apology: 22,
  'information-or-explanation': 14,
  'improve-customer-care': 20,
  'staff-training-or-guidance': 18,
  'change-service': 7,
  'change-policy-or-procedure': 8,
}

export const ombudsmanDecisions = {
  'fault-and-injustice': 24,
  'fault-no-injustice': 8,
  'no-fault': 17,
  'not-investigated': 22,
  'too-early': 6,
}

/** How many replies in a hundred come in time, with an extension, or late: a little better every year. */
export const punctuality = [
  { 'in-time': 66, extended: 12, late: 22 },
  { 'in-time': 70, extended: 12, late: 18 },
  { 'in-time': 75, extended: 11, late: 14 },
] as const
