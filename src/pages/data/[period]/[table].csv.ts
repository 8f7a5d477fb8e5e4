import type { APIRoute } from 'astro'
import { published } from '../../../components/report/here.ts'
import { reportEdition } from '../../../components/report/report-words.ts'
import { nameOf } from '../../../components/report/names.ts'
import type { Figures } from '../../../figures/schema.ts'
import { csvOf } from '../../../report/open-data.ts'

/** The figures of one table, as the page beside it shows them. */
export const getStaticPaths = () =>
  published.flatMap((figures) =>
    figures.tables.map(({ id }) => ({
      params: { period: figures.period.id, table: id },
      props: { figures },
    })),
  )

export const GET: APIRoute<{ figures: Figures }> = ({ props: { figures }, params: { table = '' } }) => {
  const here = reportEdition({ pathname: '/' })
  return new Response(csvOf(figures, (dimension, value) => nameOf(dimension, value, here), table))
}
