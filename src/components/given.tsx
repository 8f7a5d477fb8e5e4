import { locale } from '../words/dates.ts'

interface Props {
  /** One or several: the lines of an address. */
  readonly words: string | readonly string[]
  /** The edition that they stand in. */
  readonly language: string
}

const english = (language: string): boolean => /^en(-|$)/.test(language)

/**
 * English that is the same in every edition, such as an address, which a letter needs as it is: said in English, and
 * kept from turning round where the script runs from right to left.
 */
export function Given({ words, language }: Props) {
  const list = new Intl.ListFormat(locale('en'), { type: 'unit', style: 'short' })
  const text = typeof words === 'string' ? words : list.format(words)
  return english(language) ? (
    <>{text}</>
  ) : (
    <bdi lang="en" dir="ltr">
      {text}
    </bdi>
  )
}
