import type { APIRoute } from 'astro'
import { changesEdition, editions } from '../../../components/site/you-said-we-did.ts'
import { council } from '../../../council/council.ts'
import { atom } from '../../../you-said-we-did/atom.ts'

/** The newest changes of each edition, for news readers. */
export const getStaticPaths = () => editions.map(({ params }) => ({ params }))

export const GET: APIRoute = ({ url }) => {
  const { y, home, language, council: author } = changesEdition(url)
  const feed = atom({
    site: council.site,
    home,
    language,
    author,
    title: `${y('you-said-we-did.title')} – ${author}`,
    subtitle: y('you-said-we-did.description', { council: author }),
    headings: {
      said: y('you-said-we-did.entry.said'),
      did: (status) => y(`you-said-we-did.entry.did.${status}`),
    },
    entries: editions.find(({ tag }) => tag === language)?.published ?? [],
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
