/** A place on the way from Send to the answer; whether the complaint is kept by then, and its sender told. */
export interface Place {
  readonly place: string
  readonly kept: boolean
  readonly told: boolean
}

/** Every place where a process can end between the post and its answer and leave another state (see preload.ts). */
export const placesToTheAnswer: readonly Place[] = [
  { place: 'submit_complaint:before', kept: false, told: false },
  { place: 'submit_complaint:commit', kept: false, told: false },
  { place: 'submit_complaint:committed', kept: true, told: false },
  { place: 'submit_complaint:after', kept: true, told: false },
  { place: 'answer:before', kept: true, told: false },
  { place: 'answer:after', kept: true, told: true },
]

/** The same for the two letters that follow: taken, about to go, each sent and written down. */
export const letterPlaces: readonly string[] = [
  'claim_messages:before',
  'claim_messages:commit',
  'claim_messages:committed',
  'claim_messages:after',
  'record_messages_begun:before',
  'record_messages_begun:commit',
  'record_messages_begun:committed',
  'record_messages_begun:after',
  ...[1, 2].flatMap((letter) =>
    [
      'email:before',
      'email:after',
      'record_message_sent:before',
      'record_message_sent:commit',
      'record_message_sent:committed',
      'record_message_sent:after',
    ].map((place) => `${place}:${letter}`),
  ),
]

/** The same while the record is away, and the complaint is sealed instead. */
export const sealingPlaces: readonly string[] = [
  'store_put:before',
  'store_put:after',
  'answer:before',
  'answer:after',
]

/** And while what was sealed is brought in. */
export const bringingInPlaces: readonly string[] = [
  'submit_complaint:before',
  'submit_complaint:commit',
  'submit_complaint:committed',
  'submit_complaint:after',
  'store_delete:before',
  'store_delete:after',
]
