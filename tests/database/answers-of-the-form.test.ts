import { expect, it } from 'vitest'
import { complain } from '../../src/form/journeys/complain.ts'
import type { Question } from '../../src/form/question.ts'
import { aSubmission, submit, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** Every answer that the form can take to a question, at its longest: the record must have room for each. */
function answersTo({ kind, options, max = 0 }: Question): unknown[] {
  switch (kind) {
    case 'choice':
      return options === 'services' ? ['bins'] : [...(options ?? [])]
    case 'choices':
      return [options, []]
    case 'partial-date':
      return ['2025', '2025-02', '2025-02-28']
    case 'email':
      return [`${'a'.repeat(max - '@example.org'.length)}@example.org`]
    case 'phone':
      return ['0'.repeat(max)]
    default:
      return ['é'.repeat(max)]
  }
}

/** A submission that answers one question so, with what that answer brings with it. */
function answering({ record }: Question, answer: unknown): Submission {
  return aSubmission((submission) => {
    const { complaint, person } = submission.record
    Object.assign(person, { phone: '01632 960000', postal_address: '1 Quay Street' })
    if (record === 'complaint.kind' && answer !== 'complaint') {
      complaint['procedure'] = null
      submission.stage = null
    }
    if (answer === 'anonymous') submission.record.person = {}
    const groups = submission.record as unknown as Record<string, Record<string, unknown>>
    const [group, column] = record.split('.') as [string, string]
    if (!['complaint', 'person'].includes(group) || answer === 'someone-else') {
      complaint['made_for'] = 'someone-else'
      submission['authority'] = { rule: 'adult', evidence: [], asks_person: false, in_own_right: false }
      groups['affected'] = { name: 'Ada Kemble', email: 'ada@example.org' }
    }
    ;(groups[group] ??= {})[column] = answer
  })
}

// What decides how it is handled is kept as what it decides (src/complaints/kind-of.ts); files are kept beside the
// record (files-after-sending.test.ts).
const questions = complain.steps
  .flatMap((step) => step.questions)
  .filter(({ record }) => !/^(handling|sent)\./.test(record))

/** The row that keeps the answers of a group. */
const places: Record<string, string> = {
  complaint: 'heard.complaints kept',
  person: `(select * from heard.people where role <> 'affected') kept`,
  representative: `(select * from heard.people where role = 'representative') kept`,
  affected: `(select * from heard.people where role = 'affected') kept`,
  authority: 'heard.authorities kept',
}

onEveryDatabase('the record', (db) => {
  it.each(questions.map((question) => [question.id, question] as const))(
    'has room for every answer to %s',
    async (_id, question) => {
      for (const answer of answersTo(question)) {
        const sent = answering(question, answer)
        expect(await submit(db(), sent)).toMatchObject({ created: true })
        const [group, column] = question.record.split('.') as [string, string]
        const [kept] = await db().query<{ answer: unknown }>(
          `select to_jsonb(kept) -> $2 as answer from ${places[group]} join heard.complaints c on c.id = ${group === 'complaint' ? 'kept.id' : 'kept.complaint_id'}
           where c.submission_id = $1`,
          [sent.submission_id, column],
        )
        expect(kept?.answer).toEqual(answer)
      }
    },
  )
})
