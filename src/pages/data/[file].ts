import type { APIRoute } from 'astro'
import { published } from '../../components/report/here.ts'
import { reportEdition } from '../../components/report/report-words.ts'
import { nameOf } from '../../components/report/names.ts'
import { council } from '../../council/council.ts'
import type { Figures } from '../../figures/schema.ts'
import { csvOf, jsonOf, jsonSchema } from '../../report/open-data.ts'

/** Open data: `/data/2025-26.json` and `.csv` for each year and quarter, and the schema of the first. */
export const getStaticPaths = () => [
  { params: { file: 'schema.json' }, props: {} },
  ...published.flatMap((figures) =>
    ['json', 'csv'].map((type) => ({ params: { file: `${figures.period.id}.${type}` }, props: { figures } })),
  ),
]

export const GET: APIRoute<{ figures?: Figures }> = ({ props: { figures }, params: { file = '' } }) => {
  if (!figures) return new Response(jsonSchema(council.site))
  if (file.endsWith('.json')) return new Response(jsonOf(figures, council.site))
  const here = reportEdition({ pathname: '/' })
  return new Response(csvOf(figures, (dimension, value) => nameOf(dimension, value, here)))
}
