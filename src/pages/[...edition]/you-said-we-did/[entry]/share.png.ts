import type { APIRoute, GetStaticPaths } from 'astro'
import { drawn } from '../../../../components/site/drawn.ts'
import { changesEdition, editions, serviceName } from '../../../../components/site/you-said-we-did.ts'
import { council } from '../../../../council/council.ts'
import { palette } from '../../../../styles/palette.ts'
import type { Placed } from '../../../../you-said-we-did/between.ts'
import { hasLetters, sharePicture } from '../../../../you-said-we-did/share-picture.ts'

/** The picture that social networks show beside a link to a change. No page of ours asks for it. */
export const getStaticPaths = (() =>
  editions
    .filter(({ tag }) => hasLetters(tag))
    .flatMap(({ params, published }) =>
      published.map((one) => ({ params: { ...params, entry: one.slug }, props: { one } })),
    )) satisfies GetStaticPaths

export const GET: APIRoute<{ one: Placed }> = async ({ url, props: { one } }) => {
  const here = changesEdition(url)
  const png = await drawn(
    sharePicture({
      heading: here.y('you-said-we-did.title'),
      title: one.entry.title,
      below: serviceName(one.entry.service, here),
      council: here.council,
      colour: palette(council.colour).light['govuk-brand-colour'] ?? council.colour,
    }),
  )
  return new Response(png, { headers: { 'content-type': 'image/png' } })
}
