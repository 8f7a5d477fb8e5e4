import type { PostgresConnection } from '@supabase/lite/postgres'

/**
 * Connects the embedded Supabase's API to a PostgreSQL instead of its own, with at most so many connections. The driver
 * is only loaded where somebody asks for it.
 */
export async function onServer(url: string, most: number): Promise<PostgresConnection> {
  const { createPostgresConnection } = await import('@supabase/lite/postgres')
  // Lite hands JSON over as text already, which its own settings would quote once more.
  const asText = (oid: number) => ({
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  })
  return createPostgresConnection({
    url,
    postgresOptions: { max: most, onnotice: () => {}, types: { json: asText(114), jsonb: asText(3802) } },
  })
}
