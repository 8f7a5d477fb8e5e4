import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { compressible, packed, type Encoding } from './encoding.ts'

/** A file of the built site, ready to send. */
export interface StaticFile {
  readonly type: string
  /** Of the bytes as they are, without quotes. */
  readonly hash: string
  bytes(encoding: Encoding): Promise<Buffer>
  /** False for what is compressed already: pictures, fonts. */
  readonly compressible: boolean
}

/** A file; or, with a slash missing, the address of the page meant. */
export type Found = StaticFile | { readonly redirect: string }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.brf': 'text/plain; charset=us-ascii',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
}

/** Finds files under `folder` by the path of an address, and keeps what it read until the file changes. */
export function staticFiles(folder: string): (path: string) => Promise<Found | undefined> {
  const kept = new Map<string, { stamp: string; file: StaticFile }>()

  async function read(path: string): Promise<StaticFile | undefined> {
    const at = join(folder, path)
    const found = await stat(at).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const stamp = `${found.mtimeMs} ${found.size}`
    const before = kept.get(at)
    if (before?.stamp === stamp) return before.file
    const file = staticFile(
      await readFile(at),
      types[extname(at).toLowerCase()] ?? 'application/octet-stream',
    )
    kept.set(at, { stamp, file })
    return file
  }

  return async (path) => {
    const plain = decoded(path)
    if (plain === undefined) return undefined
    if (plain.endsWith('/')) return read(`${plain}index.html`)
    const file = (await read(plain)) ?? (await read(`${plain}.html`))
    if (file) return file
    return (await read(`${plain}/index.html`)) ? { redirect: `${path}/` } : undefined
  }
}

/** The path in plain letters, or undefined where it tries to climb out or cannot be read. */
function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path)
    return /\0|\\|(^|\/)\.\.(\/|$)/.test(plain) ? undefined : plain
  } catch {
    return undefined
  }
}

function staticFile(bytes: Buffer, type: string): StaticFile {
  const kept = new Map<Encoding, Promise<Buffer>>()
  return {
    type,
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    compressible: compressible(type, bytes.length),
    async bytes(encoding) {
      const made = kept.get(encoding) ?? packed(bytes, encoding)
      kept.set(encoding, made)
      return made
    },
  }
}
