import { textIn } from '../../council/council.ts'
import { notSaid } from '../../council/not-said.ts'
import { partialDate } from '../../form/kinds/partial-date.ts'
import { translator, type Translate, type Words } from '../../words/translate.ts'
import { askedIn, fieldOf, notSaidField, type Equality, type EqualityQuestion } from './questions.ts'

/**
 * The words of an edition with those of the council's own questions among them, so that they are shown as all others
 * are. Nothing here is marked "(optional)": the page says at its top that all of it is.
 */
export function equalityWords(words: Words, equality: Equality, language: string): Words {
  const t = translator(words, language)
  const part = (name: string) => (words[name] ?? {}) as Words
  const notSaidWords = t('about-you.prefer-not-to-say')

  const worded = (question: EqualityQuestion): [string, Words][] => {
    const { id, label, hint } = question
    const own: Words = {
      label: textIn(label, language),
      short: textIn(label, language),
      ...(hint && { hint: textIn(hint, language) }),
    }
    if (question.kind === 'choice') {
      const options = question.options.map((option) => [option.id, textIn(option.name, language)])
      return [[fieldOf(id), { ...own, options: Object.fromEntries([...options, [notSaid, notSaidWords]]) }]]
    }
    const beside = t('about-you.instead')
    return [
      [fieldOf(id), { ...own, ...dateWords(t) }],
      [notSaidField(id), { label: beside, short: beside, options: { [notSaid]: notSaidWords } }],
    ]
  }
  return {
    ...words,
    form: { ...part('form'), optional: '{label}' },
    questions: { ...part('questions'), ...Object.fromEntries(askedIn(equality).flatMap(worded)) },
  }
}

/** What the boxes of a date are called, and what can be wrong with them. */
function dateWords(t: Translate): Words {
  const { codes } = partialDate({ id: 'date', record: 'any.date', optional: true })
  const named = (keys: readonly string[], words: (key: string) => string) =>
    Object.fromEntries(keys.map((key) => [key, words(key)]))
  return {
    parts: named(['day', 'month', 'year'], (key) => t(`about-you.date.parts.${key}`)),
    errors: named(codes, (code) => t(`about-you.date.errors.${code}`)),
  }
}
