import type { Fault } from './facts.ts'
import type { Entry } from './schema.ts'
import { sharedKeys } from './schema.ts'

/** An entry and where it lies: content/you-said-we-did/<language>/<slug>.json. */
export interface Placed {
  readonly language: string
  readonly slug: string
  readonly entry: Entry
}

/** Where the entries' pages stand beside others of the same folder: no entry can have their addresses. */
export const reserved: readonly string[] = ['feed', 'page', 'service', 'year']

/**
 * Where entries disagree with each other: a title that another has, a translation that says other facts than the
 * entry it is made from, or has none. `first` is the tag of the edition at the root.
 */
export function faultsBetween(
  placed: readonly Placed[],
  first: string,
): { readonly of: Placed; readonly fault: Fault }[] {
  const original = new Map(placed.filter(({ language }) => language === first).map((one) => [one.slug, one]))
  const titles = new Map<string, Placed>()
  return placed.flatMap((of) => {
    const faults: Fault[] = []
    const title = `${of.language}\n${of.entry.title}`
    const other = titles.get(title)
    if (other)
      faults.push({
        path: ['title'],
        message: `is the title of ${other.slug} too. Give each entry a title of its own.`,
      })
    titles.set(title, of)
    if (reserved.includes(of.slug))
      faults.push({
        path: [],
        message: `cannot be called ${of.slug}.json, since that is the address of a list. Give it another name.`,
      })
    if (of.language !== first) faults.push(...faultsOfTranslation(of, original.get(of.slug), first))
    return faults.map((fault) => ({ of, fault }))
  })
}

function faultsOfTranslation({ entry, slug }: Placed, from: Placed | undefined, first: string): Fault[] {
  if (!from)
    return [
      {
        path: [],
        message: `has no entry to be a translation of. Write content/you-said-we-did/${first}/${slug}.json, or correct this one’s name.`,
      },
    ]
  return sharedKeys.flatMap((key): Fault[] => {
    const [own, its] = [valueAt(entry, key), valueAt(from.entry, key)]
    if (own === its) return []
    const mend = its === undefined ? 'Take it out.' : `Write ${JSON.stringify(its)}.`
    return [
      {
        path: key.split('.'),
        message: `is ${JSON.stringify(own) ?? 'missing'}, and in ${first} it is ${JSON.stringify(its) ?? 'left out'}. ${mend}`,
      },
    ]
  })
}

const valueAt = (entry: Entry, key: string): unknown =>
  key.split('.').reduce<unknown>((here, part) => (here as Record<string, unknown> | undefined)?.[part], entry)
