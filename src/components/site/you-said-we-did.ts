import { readFileSync } from 'node:fs'
import { council, textIn } from '../../council/council.ts'
import { routeOf } from '../../council/editions.ts'
import { editionsWithSection } from '../../council/sections.ts'
import { londonDay } from '../../council/working-days.ts'
import { partialDateInWords } from '../../words/dates.ts'
import { translator } from '../../words/translate.ts'
import type { Translate, Words } from '../../words/translate.ts'
import type { Placed } from '../../you-said-we-did/between.ts'
import type { Learning } from '../../you-said-we-did/learning.ts'
import { readEntries, readJson } from '../../you-said-we-did/load.ts'
import { addressOf, publishedIn } from '../../you-said-we-did/published.ts'
import type { ListPage } from '../../you-said-we-did/published.ts'
import { sentencesOf } from '../../you-said-we-did/texts.ts'
import { drawingOf } from '../changes/drawing.tsx'
import type { DrawingProps } from '../changes/drawing.tsx'
import { edition } from './edition.ts'
import type { Edition } from './edition.ts'

const words = import.meta.glob<Words>('/content/words/*/you-said-we-did.json', {
  eager: true,
  import: 'default',
})

/** An edition, and the words of “You said, we did” in it. */
export interface ChangesEdition extends Edition {
  /** The words of content/words/<language>/you-said-we-did.json: `you-said-we-did.…`. */
  y: Translate
  council: string
  /** Where the lists are in this edition: '/you-said-we-did/'. */
  home: string
}

/** The edition that a page of “You said, we did” belongs to, told by its address. */
export function changesEdition(url: { pathname: string }): ChangesEdition {
  const here = edition(url)
  const said = words[`/content/words/${here.language}/you-said-we-did.json`]
  if (!said)
    throw new Error(
      `content/words/${here.language}/ has no you-said-we-did.json, so its pages cannot be built.`,
    )
  return {
    ...here,
    y: translator({ 'you-said-we-did': said }, here.language),
    council: textIn(council.name, here.language),
    home: `${here.root}you-said-we-did/`,
  }
}

/** Every entry, out or not. The build has checked them (src/you-said-we-did/check.ts). */
const entries = readEntries('content') as unknown as readonly (Placed & { json: Placed['entry'] })[]
const placed: readonly Placed[] = entries.map(({ language, slug, json }) => ({ language, slug, entry: json }))
const { lessons } = readJson('content/learning.json', 'content/learning.json') as Learning

/** The editions that have entries, English always: the parameters of their pages, and the entries. */
export const editions = editionsWithSection('you-said-we-did').map(({ tag }) => ({
  tag,
  params: { edition: routeOf(tag) },
  published: publishedIn(placed, tag, londonDay(new Date())),
}))

/** The tags of the editions in which some page of these entries stands. */
export const editionsWith = (stands: (entries: readonly Placed[]) => boolean): readonly string[] =>
  editions.filter(({ published: entries }) => stands(entries)).map(({ tag }) => tag)

/** What was learned, in one language. Throws for a lesson that is not in the register. */
export function learned(id: string, { say }: Edition): string {
  const lesson = lessons.find((one) => one.id === id)
  if (!lesson) throw new Error(`content/learning.json has no "${id}".`)
  return say(lesson.learned)
}

/** A service's name in an edition. Throws for one that council.json has not. */
export function serviceName(id: string, { say }: Edition): string {
  const service = council.services.find((one) => one.id === id)
  if (!service) throw new Error(`content/council.json has no service "${id}".`)
  return say(service.name)
}

/** “Done on 11 May 2026”. */
export const stateOf = ({ entry: { status, date } }: Placed, { y, language }: ChangesEdition): string =>
  y(`you-said-we-did.entry.state.${status}`, { day: partialDateInWords(date, language) })

/** The address of a page of a list. */
export const listAddress = (of: ListPage['of'], number: number, { home }: ChangesEdition): string =>
  `${home}${addressOf(of, number)}/`.replace(/\/\/$/, '/')

/** A list's name, and with the number of its page, where that is not the first. */
export function listTitle({ of, number }: Pick<ListPage, 'of' | 'number'>, here: ChangesEdition): string {
  const title = here.y('you-said-we-did.title')
  const what = 'service' in of ? serviceName(of.service, here) : 'year' in of ? of.year : undefined
  const list = what === undefined ? title : here.y('you-said-we-did.list.of', { title, what })
  return number === 1 ? list : here.y('you-said-we-did.list.page', { title: list, number })
}

/** The first sentence of what people told us, for lists. */
export const gistOf = ({ entry: { told } }: Placed): string => sentencesOf(told)[0] ?? ''

/** A drawing of content/you-said-we-did/pictures. `alt` is empty where the words beside it say the same. */
export const drawing = (file: string, alt: string): DrawingProps => ({
  ...drawingOf(readFileSync(`content/you-said-we-did/pictures/${file}`, 'utf8'), file),
  alt,
})
