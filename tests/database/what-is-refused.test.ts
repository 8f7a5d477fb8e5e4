import { expect, it } from 'vitest'
import { aSubmission, refusalOf, rowsOf, sizeOfRecord, submit, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

type Spoil = (submission: Submission) => unknown

onEveryDatabase('a submission', (db) => {
  it.each<[string, Spoil]>([
    ['submission', (it) => (it['spam'] = 'x')],
    ['record', (it) => ((it.record as Record<string, unknown>)['spam'] = 'x')],
    ['record.complaint', (it) => (it.record.complaint['reference'] = 'x')],
    ['record.person', (it) => (it.record.person['role'] = 'x')],
    ['stage', (it) => (it.stage!['decision'] = 'x')],
    ['messages', (it) => (it.messages[0]!['body'] = 'x')],
  ])('with a key in %s that was not asked for is refused', async (place, spoil) => {
    const before = await sizeOfRecord(db())
    const refusal = await refusalOf(submit(db(), aSubmission(spoil)))
    expect(refusal).toEqual({ code: 'PT400', message: 'unknown-key', detail: place })
    expect(await sizeOfRecord(db())).toEqual(before)
  })

  it.each<[string, string, Spoil]>([
    ['wrong-type', 'record.complaint.summary', (it) => (it.record.complaint['summary'] = { text: 'x' })],
    ['wrong-type', 'record.person.name', (it) => (it.record.person['name'] = 7)],
    ['wrong-type', 'record.person.adjustments', (it) => (it.record.person['adjustments'] = [{}])],
    ['wrong-type', 'submission.answers', (it) => Object.assign(it, { answers: [] })],
    ['wrong-type', 'record', (it) => Object.assign(it, { record: null })],
    ['wrong-type', 'messages', (it) => Object.assign(it, { messages: ['acknowledgement'] })],
    ['missing', 'submission_id', (it) => Object.assign(it, { submission_id: null })],
    ['out-of-range', 'references', (it) => (it.references = [])],
    ['not-a-day', 'stage.acknowledge_by', (it) => (it.stage!['acknowledge_by'] = 'today')],
    ['not-a-day', 'stage.respond_by', (it) => (it.stage!['respond_by'] = 'infinity')],
    ['not-a-moment', 'received_at', (it) => (it['received_at'] = 'now')],
    ['not-a-moment', 'received_at', (it) => (it['received_at'] = '2026-11-20T09:30:00')],
    ['procedure-and-stage-go-together', 'stage', (it) => (it.stage = null)],
    ['procedure-and-stage-go-together', 'stage', (it) => (it.record.complaint['procedure'] = null)],
  ])('is refused as %s at %s', async (message, detail, spoil) => {
    expect(await refusalOf(submit(db(), aSubmission(spoil)))).toEqual({ code: 'PT400', message, detail })
  })

  it.each<[string, Spoil]>([
    ['kind_is_known', (it) => (it.record.complaint['kind'] = 'threat')],
    ['only_complaints_have_a_procedure', (it) => (it.record.complaint['kind'] = 'comment')],
    ['service_is_an_id', (it) => (it.record.complaint['service'] = 'Bins & more')],
    ['happened_on_is_a_date_or_part_of_one', (it) => (it.record.complaint['happened_on'] = 'last May')],
    ['safeguarding_flag_is_an_answer', (it) => (it.record.complaint['safeguarding_flag'] = 'maybe')],
    ['summary_is_bounded', (it) => (it.record.complaint['summary'] = '')],
    ['a_reply_route_has_its_address', (it) => (it.record.person['reply_route'] = 'post')],
    ['an_anonymous_person_is_not_identified', (it) => (it.record.person['reply_route'] = 'anonymous')],
    ['email_is_one_address', (it) => (it.record.person['email'] = 'a@example.org\nBcc: b@example.org')],
    ['email_is_one_address', (it) => (it.record.person['email'] = 'a@example.org,b@example.org')],
    ['name_is_one_bounded_line', (it) => (it.record.person['name'] = 'Ann\r\nBcc: b@example.org')],
    ['adjustments_are_ids', (it) => (it.record.person['adjustments'] = ['Large print!'])],
    ['due_after_it_was_asked_for', (it) => (it.stage!['respond_by'] = '2026-11-01')],
  ])('that breaks the rule %s is refused by its name', async (rule, spoil) => {
    const refusal = await refusalOf(submit(db(), aSubmission(spoil)))
    expect(refusal).toEqual({ code: 'PT400', message: 'submission-refused', detail: rule })
  })

  it.each<[string, number, (submission: Submission, text: string) => unknown]>([
    ['summary_is_bounded', 20_000, (it, text) => (it.record.complaint['summary'] = text)],
    ['desired_outcome_is_bounded', 5000, (it, text) => (it.record.complaint['desired_outcome'] = text)],
    ['late_reason_is_bounded', 5000, (it, text) => (it.record.complaint['late_reason'] = text)],
    ['location_is_bounded', 500, (it, text) => (it.record.complaint['location'] = text)],
    [
      'told_before_details_is_bounded',
      5000,
      (it, text) => (it.record.complaint['told_before_details'] = text),
    ],
    [
      'discrimination_details_is_bounded',
      5000,
      (it, text) => (it.record.complaint['discrimination_details'] = text),
    ],
    ['name_is_one_bounded_line', 200, (it, text) => (it.record.person['name'] = text)],
    ['phone_is_one_bounded_line', 60, (it, text) => (it.record.person['phone'] = text)],
    ['postal_address_is_bounded', 1000, (it, text) => (it.record.person['postal_address'] = text)],
    ['safe_times_is_bounded', 500, (it, text) => (it.record.person['safe_times'] = text)],
    ['adjustments_details_is_bounded', 2000, (it, text) => (it.record.person['adjustments_details'] = text)],
    ['interpreter_language_is_bounded', 100, (it, text) => (it.record.person['interpreter_language'] = text)],
  ])('is held to %s: %i characters, and not one more', async (rule, most, write) => {
    const fits = aSubmission((it) => write(it, '🦉'.repeat(most)))
    expect(await submit(db(), fits)).toMatchObject({ created: true })
    const tooLong = aSubmission((it) => write(it, '🦉'.repeat(most + 1)))
    expect(await refusalOf(submit(db(), tooLong))).toMatchObject({
      message: 'submission-refused',
      detail: rule,
    })
  })

  it.each<[string, string]>([
    ['NUL', '\\u0000'],
    ['half of a surrogate pair', '\\ud83e'],
  ])('with %s in its text is refused and leaves nothing behind', async (_name, escape) => {
    const sent = aSubmission((it) => (it.record.complaint['summary'] = 'before HERE after'))
    const json = JSON.stringify(sent).replace('before HERE', `before ${escape}`)
    const refusal = await refusalOf(db().as('portal', 'select api.submit_complaint($1::jsonb)', [json]))
    expect(['22P05', '22P02']).toContain(refusal.code)
    expect(await rowsOf(db(), sent.submission_id)).toMatchObject({ complaints: 0 })
  })

  it('with a byte order mark, right-to-left text and markup comes back as it was written', async () => {
    const summary = 'שלום\ufeff <script>alert(1)</script> \u202e%s\'";-- 李\n\tend'
    const sent = aSubmission((it) => (it.record.complaint['summary'] = summary))
    await submit(db(), sent)
    const [kept] = await db().query('select summary from heard.complaints where submission_id = $1', [
      sent.submission_id,
    ])
    expect(kept).toEqual({ summary })
  })

  it('that is refused says nothing of what the person wrote', async () => {
    const marked = (spoil: Spoil): Submission =>
      aSubmission((it) => {
        it.record.complaint['summary'] = 'MARKED words'
        it.record.person['name'] = 'MARKED name'
        it.answers['what-happened'] = 'MARKED answer'
        spoil(it)
      })
    for (const spoil of [
      (it) => (it.record.complaint['happened_on'] = 'MARKED day'),
      (it) => (it.record.person['email'] = 'MARKED'),
      (it) => (it.stage!['acknowledge_by'] = '2026-02-31'),
      (it) => (it.submission_id = 'MARKED id'),
      (it) => (it.record.person['MARKED key'] = 'x'),
      (it) => Object.assign(it, { transcript: null }),
    ] satisfies Spoil[]) {
      const error: unknown = await submit(db(), marked(spoil)).catch((refusal: unknown) => refusal)
      // What PostgreSQL itself says; a client may add what it sent.
      const said = JSON.stringify(error, [
        'code',
        'message',
        'detail',
        'hint',
        'where',
        'constraint',
        'table',
      ])
      expect(said).toContain('PT400')
      expect(said).not.toContain('MARKED')
    }
  })
})
