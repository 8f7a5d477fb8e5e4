import type { Fields } from '../../src/form/question.ts'

/** A complaint by email that answers every question it is asked. Nobody is at risk. */
export const missedBins: Fields = {
  kind: 'complaint',
  service: 'bins',
  'for-whom': 'myself',
  risk: 'no',
  'what-happened':
    'The crew has missed our lane three times since August.\n\nI rang twice & was told “it’s done”.',
  'happened-on-day': '14',
  'happened-on-month': 'August',
  'happened-on-year': '2026',
  where: 'Tanner’s Lane, Northmere',
  'told-before': 'yes',
  'told-before-details': 'I rang on 3 September and spoke to somebody called Sam.',
  outcome: 'Empty the bins, and say sorry to my neighbours too.',
  discrimination: 'not-sure',
  'discrimination-details': 'Only the lane with the sheltered flats was left out.',
  'reply-route': 'email',
  name: 'Zoë O’Hara-Nwosu',
  email: 'zoe.ohara@example.org',
  adjustments: ['large-print', 'interpreter'],
  'interpreter-language': 'Polish',
  'adjustments-details': 'Please leave time for me to answer.',
}

/** A complaint that may mean someone is in danger, to be answered by phone. */
export const coldFlat: Fields = {
  kind: 'complaint',
  service: 'housing-advice',
  'for-whom': 'myself',
  risk: 'yes',
  'what-happened': 'My neighbour has had no heating for nine days and she is 84.',
  'told-before': 'no',
  'first-report': 'complaint',
  discrimination: 'no',
  'reply-route': 'phone',
  name: 'Idris Kemble',
  phone: '07700 900123 (ask for Idris)',
  'safe-times': 'After 6, never on Sundays',
}

/** A complaint to be answered by letter, with the least that can be said. */
export const brokenPath: Fields = {
  kind: 'complaint',
  service: 'roads',
  'for-whom': 'myself',
  risk: 'no',
  'what-happened': 'I fell on the broken path by the library.',
  'happened-on-year': '2026',
  'told-before': 'not-sure',
  discrimination: 'no',
  'reply-route': 'post',
  name: 'Mabel Thorne',
  address: 'Flat 2\n9 Ferry Row\nNorthmere\nNM2 4ZZ',
}

/** A complaint from somebody who gives no name. */
export const nameless: Fields = {
  kind: 'complaint',
  service: 'something-else',
  'for-whom': 'myself',
  risk: 'not-sure',
  'what-happened': 'Someone shouts at the cleaners every morning.',
  'told-before': 'no',
  'first-report': 'complaint',
  discrimination: 'no',
  'reply-route': 'anonymous',
}

export const thanks: Fields = {
  kind: 'compliment',
  service: 'libraries-and-leisure',
  'what-went-well': 'The woman at the desk found the book my father lost in 1974.',
  'reply-route': 'email',
  name: 'Piotr Lis',
  email: 'piotr.lis@example.org',
}

export const idea: Fields = {
  kind: 'comment',
  service: 'parks',
  risk: 'no',
  'your-comment': 'Plant the new trees where people wait for the bus.',
  'reply-route': 'anonymous',
}

/** A daughter for her mother, who is asked by email. */
export const forMother: Fields = {
  ...missedBins,
  'for-whom': 'someone-else',
  relationship: 'family-or-friend',
  'person-name': 'Ngozi O’Hara-Nwosu',
  'person-address': '4 Tanner’s Lane\nNorthmere',
  'person-age': 'adult',
  'person-agrees': 'yes',
  'ask-route': 'email',
  'person-email': 'ngozi@example.org',
  'person-needs': 'Large print, and ring after noon.',
}

/** A father about his daughter's social worker: in his own right. */
export const forChild: Fields = {
  ...brokenPath,
  service: 'childrens-social-care',
  'for-whom': 'someone-else',
  relationship: 'parent',
  'person-name': 'Isla Thorne',
  'person-age': 'under-16',
  'person-agrees': 'not-sure',
  'what-happened': 'Nobody told us that her social worker had changed.',
}

/** An advocate who passes on the letter. */
export const forClient: Fields = {
  ...missedBins,
  service: 'adult-social-care',
  'for-whom': 'someone-else',
  relationship: 'advocate',
  organisation: 'Northmere Advocacy',
  'own-reference': 'NA-2026-0193',
  'person-name': 'Halina Wrona',
  'person-age': 'adult',
  'person-agrees': 'no',
  'ask-route': 'through-me',
  'what-happened': 'Her carer came at ten at night.',
}

/** An MP's office for a constituent who asked them. */
export const forConstituent: Fields = {
  ...missedBins,
  'for-whom': 'someone-else',
  relationship: 'mp',
  'own-reference': 'ZA/118',
  'person-name': 'Gareth Pell',
  'person-agrees': 'yes',
  'what-happened': 'My constituent’s bins were missed three times.',
}

/** A son for his father who has died, to be answered by phone. */
export const forFather: Fields = {
  ...coldFlat,
  risk: 'no',
  'for-whom': 'someone-else',
  relationship: 'estate',
  'estate-kind': 'executor',
  'person-name': 'Tomos Kemble',
  'what-happened': 'His rent was taken for two months after he died.',
}
