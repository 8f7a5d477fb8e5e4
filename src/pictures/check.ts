import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { explain } from '../council/explain.ts'
import { hasSymbol, installed } from './draw.ts'
import { picturesShape } from './schema.ts'

/** What a form may have pictures for: its questions with their answers, and the council's services. */
export interface Pictured {
  readonly questions: readonly { readonly id: string; readonly options?: readonly string[] | string }[]
  readonly services: readonly string[]
}

const file = 'content/pictures.json'

/**
 * Checks content/pictures.json: every picture it names is in the installed set, and every place that it gives one to
 * is there. Each line names the file, the key and the mend; no line means that all is well.
 */
export function checkPictures({ questions, services }: Pictured, folder = 'content'): string[] {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'pictures.json'), 'utf8'))
  const result = picturesShape.safeParse(json, { reportInput: true })
  if (!result.success) return explain(result.error, file, picturesShape)
  const { set, ideas, afterSending, ...places } = result.data
  const { version } = installed(set.name)
  if (version !== set.version)
    return [
      `${file}: set.version is ${set.version}, but ${version} is installed. Write ${version}, and look at the pictures.`,
    ]

  const symbols = Object.entries(ideas).flatMap(([id, { symbol, beside }]) =>
    [symbol, beside]
      .filter((name) => name !== undefined && !hasSymbol(set.name, name))
      .map(
        (name) => `${file}: ideas.${id} names ${name}, which ${set.name} has not. Choose one that it has.`,
      ),
  )
  const named = (place: string, idea: string): string[] =>
    idea in ideas ? [] : [`${file}: ${place} names “${idea}”, which is not under ideas. Add it there.`]
  const used = [
    ...Object.entries(places.services).flatMap(([id, idea]) => named(`services.${id}`, idea)),
    ...Object.entries(afterSending).flatMap(([part, idea]) => named(`afterSending.${part}`, idea)),
    ...Object.entries(places.questions).flatMap(([id, { picture, options = {} }]) => [
      ...named(`questions.${id}.picture`, picture),
      ...Object.entries(options).flatMap(([option, idea]) =>
        named(`questions.${id}.options.${option}`, idea),
      ),
    ]),
  ]
  // A question may stand in several journeys, with some of its answers in one and all in another.
  const asked = new Set(questions.map(({ id }) => id))
  const answers = new Set(
    questions.flatMap(({ id, options }) =>
      Array.isArray(options) ? options.map((option) => `${id}.options.${option}`) : [],
    ),
  )
  const gone = [
    ...Object.keys(places.services)
      .filter((id) => !services.includes(id))
      .map((id) => `services.${id}`),
    ...Object.entries(places.questions).flatMap(([id, { options = {} }]) =>
      [...(asked.has(id) ? [] : [id]), ...Object.keys(options).map((option) => `${id}.options.${option}`)]
        .filter((place) => !asked.has(place) && !answers.has(place))
        .map((place) => `questions.${place}`),
    ),
  ].map((key) => `${file}: ${key} is not there any more. Take it out, or correct its name.`)
  return [...symbols, ...used, ...gone]
}
