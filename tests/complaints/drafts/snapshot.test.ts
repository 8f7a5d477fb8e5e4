import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { handleText } from '../../../src/form/file-handle.ts'
import { reopen, takeSnapshot } from '../../../src/complaints/drafts/snapshot.ts'
import type { Journey } from '../../../src/form/journey.ts'
import { complain } from '../../../src/form/journeys/complain.ts'
import type { Question } from '../../../src/form/question.ts'
import { wordingOf } from '../../../src/form/wording.ts'
import { around, wording, words } from '../../form/journeys.ts'
import { forClient, missedBins } from '../../support/journey-people.ts'

const asking = { journey: complain, around, wording }

/** The form after a change to one of its questions, or without it. */
const changed = (id: string, change: ((question: Question) => Question) | null): Journey => ({
  ...complain,
  steps: complain.steps.map((step) => ({
    ...step,
    questions: step.questions.flatMap((question) =>
      question.id !== id ? [question] : change ? [change(question)] : [],
    ),
  })),
})

describe('a form that was saved', () => {
  it('comes back as it was, right or wrong, with nothing said where nothing changed', () => {
    for (const fields of [
      missedBins,
      forClient,
      {},
      { ...missedBins, email: 'zoe at home', 'happened-on-day': '99' },
    ])
      expect(reopen(takeSnapshot(fields, asking), asking)).toEqual({ fields, changed: [], gone: [] })
  })

  it.each<[string, Journey]>([
    ['an option is there no more', changed('told-before', (one) => ({ ...one, options: ['yes', 'no'] }))],
    [
      'an option has come',
      changed('told-before', (one) => ({
        ...one,
        options: [...(one.options ?? []), 'maybe'].slice(0, 3).reverse(),
      })),
    ],
    [
      'it is asked of others',
      changed('told-before', (one) => ({ ...one, when: { question: 'kind', isNot: ['comment'] } })),
    ],
    ['it is of another kind', changed('told-before', (one) => ({ ...one, kind: 'choices' }))],
  ])('says which question has changed: %s', (_, journey) => {
    const text = takeSnapshot(missedBins, asking)
    expect(reopen(text, { ...asking, journey }).changed).toEqual(['told-before'])
  })

  it('says so where only the words have changed', () => {
    const questions = words['questions'] as Record<string, object>
    const other = {
      ...words,
      questions: { ...questions, outcome: { ...questions['outcome'], label: 'And now?' } },
    }
    const now = wordingOf('en', other, wording.serviceName)
    expect(reopen(takeSnapshot(missedBins, asking), { ...asking, wording: now }).changed).toEqual(['outcome'])
  })

  it('says nothing of a question that was not asked, or is not', () => {
    const journey = changed('person-name', (one) => ({ ...one, options: ['a'] }))
    expect(reopen(takeSnapshot(missedBins, asking), { ...asking, journey }).changed).toEqual([])
  })

  it('gives back what was answered to a question that is asked no more, in words', () => {
    const text = takeSnapshot(missedBins, asking)
    const gone = (id: string) => reopen(text, { ...asking, journey: changed(id, null) })
    expect(gone('outcome').gone).toEqual([
      { question: wording.t('questions.outcome.short'), answer: missedBins['outcome'] },
    ])
    expect(gone('outcome').fields).not.toHaveProperty('outcome')
    const handle = handleText({ id: randomUUID(), key: 'k'.repeat(43), size: 120_000, name: 'bin.jpg' })
    const withFile = takeSnapshot({ ...missedBins, files: [handle] }, asking)
    const [file] = reopen(withFile, { ...asking, journey: changed('files', null) }).gone
    expect(file?.answer).toContain('bin.jpg')
    expect(file?.answer).not.toContain('k'.repeat(43))
    expect(gone('discrimination').gone[0]?.answer).toBe(
      wording.t('questions.discrimination.options.not-sure'),
    )
  })
})
