import type { Placed } from './between.ts'
import type { Status } from './schema.ts'
import { paragraphsOf } from './texts.ts'

/** A feed's own words and addresses. */
export interface FeedOf {
  /** The site's address without a slash at its end. */
  readonly site: string
  /** Where the lists are on it: '/you-said-we-did/'. */
  readonly home: string
  readonly language: string
  readonly author: string
  readonly title: string
  readonly subtitle: string
  readonly headings: { readonly said: string; readonly did: (status: Status) => string }
  /** The newest first. */
  readonly entries: readonly Placed[]
}

/** More than anyone catches up with. */
const mostEntries = 50

/**
 * An Atom feed (RFC 4287) of the newest changes, whole, since some people read nothing but their news reader.
 *
 * An entry's id is its address, which never changes; its day is the day it came out, at midnight UTC.
 */
export function atom({ site, home, language, author, title, subtitle, headings, entries }: FeedOf): string {
  const byDay = [...entries].sort((one, other) => dayOut(other).localeCompare(dayOut(one)))
  const newest = byDay.slice(0, mostEntries)
  // A feed has to have a day, even before its first entry.
  const updated = newest[0] ? moment(newest[0]) : '1970-01-01T00:00:00Z'
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">
  <id>${xml(site + home)}</id>
  <title>${xml(title)}</title>
  <subtitle>${xml(subtitle)}</subtitle>
  <updated>${updated}</updated>
  <author><name>${xml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(`${site}${home}feed.xml`)}"/>
  <link rel="alternate" type="text/html" href="${xml(site + home)}"/>
${newest.map((one) => entryXml(one, site + home, headings)).join('\n')}
</feed>
`
}

function entryXml(one: Placed, home: string, { said, did }: FeedOf['headings']): string {
  const { slug, entry } = one
  const address = xml(`${home}${slug}/`)
  const html = [
    `<h2>${xml(said)}</h2>`,
    ...paragraphsOf(entry.told).map((paragraph) => `<p>${xml(paragraph)}</p>`),
    `<h2>${xml(did(entry.status))}</h2>`,
    ...paragraphsOf(entry.changed).map((paragraph) => `<p>${xml(paragraph)}</p>`),
  ].join('')
  return `  <entry>
    <id>${address}</id>
    <title>${xml(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${moment(one)}</published>
    <updated>${moment(one)}</updated>
    <content type="html">${xml(html)}</content>
  </entry>`
}

const dayOut = ({ entry: { date, publishOn } }: Placed): string => publishOn ?? date

const moment = (one: Placed): string => `${dayOut(one)}T00:00:00Z`

/** Text in XML, in quotation marks or out of them. What XML cannot hold at all is left out. */
const xml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
