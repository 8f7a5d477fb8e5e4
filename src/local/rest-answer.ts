import { overheard } from './overheard.ts'

/** What PostgreSQL says of an error. */
type Refused = Error & Partial<Record<'code' | 'constraint' | 'routine' | 'detail' | 'hint', string>>

/**
 * The database API's answer to a request, as hosted Supabase would give it.
 *
 * Supabase Lite answers some refusals, such as a broken check or `raise exception`, with 500 and a code of its own
 * ("SUP"), and loses PostgreSQL's code and detail. Both are put back here, so that the functions meet one behaviour.
 */
export async function restAnswer(ask: () => Response | Promise<Response>): Promise<Response> {
  let refused: Refused | undefined
  const response = await overheard((error) => (refused = error), ask)
  if (!refused) return response
  report(refused)
  const { code } = refused
  if (response.status !== 500 || !code || !/^[0-9A-Z]{5}$/.test(code)) return response
  const { message, detail = null, hint = null } = refused
  return Response.json({ code, message, details: detail, hint }, { status: statusOf(code) })
}

/** PostgreSQL's code and the rule's name: they say what went wrong, and nothing of what the row held. */
function report({ name, code, constraint, routine }: Refused): void {
  const said = [code, constraint, routine].filter((part) => part !== undefined).join(', ')
  console.error(`The database refused a request: ${said || name}`)
}

/** https://docs.postgrest.org/en/stable/references/errors.html#status-codes, for the codes that Lite leaves out. */
function statusOf(code: string): number {
  if (code === 'P0001') return 400
  if (code === '57P01' || code.startsWith('08') || code.startsWith('53')) return 503
  if (['0L', '0P', '28'].includes(code.slice(0, 2))) return 403
  const ours = ['09', '25', '2D', '38', '39', '3B', '40', '54', '55', '57', '58', 'F0', 'HV', 'P0', 'XX']
  return ours.includes(code.slice(0, 2)) || code === '42P17' ? 500 : 400
}
