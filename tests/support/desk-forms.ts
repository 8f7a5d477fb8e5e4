/** What was said by phone, as the form to record a complaint has it. */
export const byPhone = {
  'desk-channel': 'phone',
  kind: 'complaint',
  service: 'bins',
  risk: 'no',
  'for-whom': 'myself',
  'what-happened': 'Our bin was not emptied.',
  outcome: 'Please empty it.',
  discrimination: 'no',
  'told-before': 'yes',
  'reply-route': 'email',
  name: 'Łukasz O’Neill',
  email: 'lukasz@example.org',
}

/** The same from an advocate, who has asked nobody yet. */
export const byAnAdvocate = {
  ...byPhone,
  'for-whom': 'someone-else',
  relationship: 'advocate',
  'person-name': 'Halina Wrona',
  'person-age': 'adult',
  'person-agrees': 'not-sure',
  'ask-route': 'talk-first',
  name: 'Zbigniew Lis',
  email: 'zbigniew@example.org',
}

/** Two points of ours and one of somebody else. */
export const acknowledged = {
  'desk-points-ours': 'The bin was not emptied.\n\nNobody rang back.',
  'desk-points-others': 'The lane is not swept: Northmere Highways',
  'desk-handler-name': 'Bo Quill',
  'desk-handler-role': 'Complaints Officer',
  'desk-handler-phone': '01632 960123',
}

/** A reply to the two points, which closes nothing. */
export const replied = {
  'desk-investigated': 'We asked the crew.',
  'desk-answer-1': 'The lorry could not pass.',
  'desk-decision-on-1': 'upheld',
  'desk-answer-2': 'We rang on Friday.',
  'desk-decision-on-2': 'not-upheld',
  'desk-decision': 'partly-upheld',
  'desk-outcome-said': 'We should have come back.',
  'desk-apology': 'We are sorry that we did not.',
  'desk-close': 'no',
}
