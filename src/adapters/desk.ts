import type { ToPrintRow } from '../complaints/desk/lists.ts'
import type { Desk, DeskRecord, LetterToPrint } from '../complaints/desk/ports.ts'
import { api, type Api } from './api.ts'
import { bucket } from './bucket.ts'
import { readEnvironment, type Environment } from './environment.ts'
import { asMessage, type MessageRow } from './outbox.ts'
import { signIn } from './sign-in.ts'

let opened: Desk | undefined

/**
 * The desk's real parts, put together once for a process. It is not among the portal's: no other function needs them.
 * Throws EnvironmentIncomplete where the environment lacks something.
 */
export function desk(): Desk {
  opened ??= deskWith(readEnvironment(process.env))
  return opened
}

function deskWith(environment: Environment): Desk {
  // What was looked through lies where the scanner put it; its bytes are sealed, and the record alone has the key.
  const clean = bucket('clean', environment.SCAN_TOKEN, environment)
  return {
    signIn: signIn(environment),
    as: (token) => deskRecord(api(environment, token)),
    async fetchFile(path) {
      const bytes = await clean.read(path)
      if (!bytes) throw new Error('A file that the record has is not in the storage.')
      return bytes
    },
  }
}

/** More letters than a team posts in a day. */
const mostToPrint = 500

/** The desk's functions of the API, called as whoever the token of `call` was given to. */
const deskRecord = (call: Api): DeskRecord => ({
  begin: () => call('desk_begin', {}),
  end: () => call('desk_end', {}),
  lists: () => call('desk_lists', {}),
  async list(list, page) {
    if (list !== 'to-print') return call('desk_list', { list, page })
    type Row = Omit<ToPrintRow, 'print'> & { readonly message: string }
    const rows = await call<readonly Row[]>('desk_letters_to_print', { most: mostToPrint })
    return { rows: rows.map(({ message, ...row }) => ({ print: message, ...row })), more: false }
  },
  find: (reference) => call('desk_case', { reference }),
  addition: (addition) => call('desk_addition', { addition }),
  export: (from, to) => call('desk_export', { from_day: from, to_day: to }),
  file: (id) => call('desk_file', { id }),
  async letter(id) {
    type Row = Omit<LetterToPrint, 'message'> & { readonly message: MessageRow }
    const found = await call<Row | null>('desk_letter', { message: id })
    return found && { ...found, message: asMessage(found.message) }
  },
  act: (name, act) => call(`desk_${name}`, { act }),
})
