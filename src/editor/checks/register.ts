import CMS from '@sveltia/cms'
import { londonDay } from '../../council/working-days.ts'
import { factsFrom } from '../../you-said-we-did/facts-from.ts'
import type { Given } from '../given.ts'
import { whatIsWrong } from './entry.ts'
import type { Unfinished } from './entry.ts'

/** What the editor hands to a field, as far as ours read it. */
interface Handed {
  readonly forID: string
  readonly field: { get: (option: string) => unknown }
  readonly entry?: { getIn: (path: string[]) => { toJS: () => Unfinished } | undefined }
}

interface Globals {
  /** The editor's own way to make a field: it puts both on the page. */
  createClass: (methods: object) => never
  createElement: (component: unknown, props: object) => unknown
}

/** Fields that hold what is written to the rules of the build, before it is saved. */
export function registerCheckedFields({ facts }: Given): void {
  const { createClass, createElement } = globalThis as unknown as Globals
  for (const [name, builtIn] of [
    ['checked-string', 'string'],
    ['checked-text', 'text'],
    ['checked-date', 'datetime'],
  ] as const) {
    const control = CMS.getFieldType(builtIn)?.control
    if (!control) throw new Error(`The editor has no field of the kind ${builtIn}.`)
    CMS.registerFieldType(
      name,
      createClass({
        async isValid(this: { props: Handed }, value: unknown) {
          // Whatever else was typed reaches the props a moment later.
          await new Promise((resolve) => setTimeout(resolve))
          const { field, entry, forID } = this.props
          const known = factsFrom(
            facts.council,
            { lessons: [...facts.lessons] },
            facts.pictures,
            londonDay(new Date()),
          )
          const written = entry?.getIn(['data'])?.toJS() ?? {}
          const key = String(field.get('rule_key') ?? field.get('name'))
          const wrong = whatIsWrong(key, value, written, known, languageOf(forID, facts.council.languages))
          return wrong === null ? true : { error: { message: wrong } }
        },
        render(this: { props: Handed }) {
          return createElement(control, this.props)
        },
      }),
    )
  }
}

/** The language of the pane that a field stands in: the first where the page does not say. */
function languageOf(id: string, languages: readonly { tag: string }[]): string {
  // A field's label is named after it, and stands in the same pane.
  const label = document.getElementById(`${id}-label`)
  const pane = label?.closest('[data-locale]')?.getAttribute('data-locale')
  return languages.find(({ tag }) => tag === pane)?.tag ?? languages[0]?.tag ?? 'en'
}
