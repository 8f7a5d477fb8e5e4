import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** What the editor may read and write, and how it is served. */
const kinds: Readonly<Record<string, string>> = {
  json: 'application/json',
  mdx: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
}

/** An answer to one request for a file. */
export interface FileAnswer {
  readonly status: number
  readonly type?: string
  readonly body?: string | Buffer
}

/** Larger than any file of words. */
const mostBytes = 1_000_000

/**
 * Reads, writes, removes and lists files under `root`/content, for the editor on this machine.
 *
 * `path` is relative to the root, and ends with a slash for a folder. Only JSON, MDX and SVG files are touched, none
 * whose name starts with a dot, and nothing that a link leads to outside content.
 */
export async function answerForFile(
  root: string,
  method: string,
  path: string,
  body: Buffer,
): Promise<FileAnswer> {
  const parts = path.split('/').filter(Boolean)
  if (parts.some((part) => part.startsWith('.') || part.includes(sep) || part.includes('\0')))
    return refused(`The editor does not touch ${path}.`)
  // The project's own folder is shown to hold content alone.
  if (parts.length === 0) return method === 'GET' ? json([{ name: 'content', kind: 'directory' }]) : refused()
  if (parts[0] !== 'content') return { status: 404 }
  const place = join(root, ...parts)
  if (!(await isInside(join(root, 'content'), place)))
    return refused(`${path} leads out of the content folder.`)
  const folder = path.endsWith('/')
  const type = kinds[parts.at(-1)?.split('.').at(-1) ?? '']
  if (!folder && !type) return method === 'PUT' ? refused('The editor writes words alone.') : { status: 404 }
  try {
    switch (method) {
      case 'GET':
        return folder ? json(await list(place)) : { status: 200, type, body: await readFile(place) }
      case 'HEAD':
        return { status: (await stat(place)).isFile() ? 200 : 404 }
      case 'PUT':
        if (folder || body.length > mostBytes) return refused('The file is too large.')
        await put(place, body)
        return { status: 204 }
      case 'DELETE':
        await rm(place)
        return { status: 204 }
      default:
        return { status: 405 }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // A folder that holds something is asked to be removed now and then; it stays.
    if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 404 }
    if (code === 'EISDIR' || code === 'ERR_FS_EISDIR') return refused('A folder stays where it is.')
    throw error
  }
}

const refused = (why = 'The editor does not do that.'): FileAnswer => ({
  status: 403,
  type: 'text/plain; charset=utf-8',
  body: why,
})

const json = (value: unknown): FileAnswer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(value),
})

async function list(folder: string) {
  const found = await readdir(folder, { withFileTypes: true })
  return found
    .filter(({ name }) => !name.startsWith('.'))
    .filter((one) => one.isDirectory() || one.isFile())
    .map((one) => ({ name: one.name, kind: one.isDirectory() ? 'directory' : 'file' }))
}

/** The whole file appears at once, so that a build never reads half of one. */
async function put(place: string, body: Buffer): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  const beside = join(dirname(place), `.${randomUUID()}`)
  await writeFile(beside, body)
  await rename(beside, place)
}

/** True where a path, every link in it followed, lies in a folder. What does not exist yet is told by its parent. */
async function isInside(folder: string, place: string): Promise<boolean> {
  const real = await realpath(place).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') return null
    return dirname(place) === place ? null : (await isInside(folder, dirname(place))) ? folder : null
  })
  if (real === null) return false
  const from = relative(await realpath(folder), real)
  return from === '' || !(from === '..' || from.startsWith(`..${sep}`))
}
