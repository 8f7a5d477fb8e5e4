import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { App } from '@supabase/lite'

/** Where Supabase Lite keeps the bytes of its storage. */
type StorageAdapter = NonNullable<App['_storageAdapter']>
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>

/** Keeps stored bytes in a folder, as `<bucket>/<path>`. A file is there whole or not at all. */
export function storageFolder(folder: string): StorageAdapter {
  const root = resolve(folder)
  const place = (bucket: string, path: string): string => {
    const file = resolve(root, bucket, path)
    if (!file.startsWith(join(root, bucket) + sep)) throw new Error('A stored path leads out of its bucket.')
    return file
  }
  const headObject = async (bucket: string, path: string): Promise<Metadata> => {
    const { size, mtime } = await stat(place(bucket, path))
    return {
      cacheControl: 'no-store',
      contentLength: size,
      size,
      mimetype: 'application/octet-stream',
      lastModified: mtime,
      eTag: `"${size}-${mtime.getTime()}"`,
    }
  }
  return {
    driver: null,
    headObject,
    async getObject(bucket, path) {
      const metadata = await headObject(bucket, path)
      return { metadata, httpStatusCode: 200, body: await readFile(place(bucket, path)) }
    },
    async uploadObject(bucket, path, _, body) {
      const file = place(bucket, path)
      await mkdir(dirname(file), { recursive: true })
      const part = `${file}.${randomUUID()}.part`
      try {
        await writeFile(part, Buffer.isBuffer(body) ? body : new Uint8Array(await bytesOf(body)))
        await rename(part, file)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      return await headObject(bucket, path)
    },
    deleteObject: (bucket, path) => rm(place(bucket, path), { force: true }),
    async deleteObjects(bucket, paths) {
      await Promise.all(paths.map((path) => rm(place(bucket, path), { force: true })))
    },
    async copyObject(from, path, _, to, copy) {
      await mkdir(dirname(place(to, copy)), { recursive: true })
      await copyFile(place(from, path), place(to, copy))
      const { lastModified, eTag } = await headObject(to, copy)
      return { httpStatusCode: 200, ...(lastModified && { lastModified }), ...(eTag && { eTag }) } as never
    },
    privateAssetUrl: (bucket, path) => Promise.resolve(place(bucket, path)),
  }
}

const bytesOf = (body: unknown): Promise<ArrayBuffer> => new Response(body as BodyInit).arrayBuffer()
