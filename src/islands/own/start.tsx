import { render } from 'preact'
import { translator, type Words } from '../../words/translate.ts'
import { Island } from './island.tsx'

/** Takes over the page's forms, which keep nothing without a script. */
const root = document.getElementById('own')
const data = document.getElementById('heard-own')?.textContent
if (root && data) {
  const { language, words, at } = JSON.parse(data) as { language: string; words: Words; at: string }
  root.replaceChildren()
  render(<Island t={translator(words, language)} root={at} />, root)
}
