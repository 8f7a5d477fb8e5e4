/**
 * The council's files on this machine, as the editor asks for them: directories and files of the File System API
 * (https://fs.spec.whatwg.org), which src/local/editor serves over HTTP. So every browser can edit them, and nobody has
 * to pick a folder.
 *
 * A new file is written when its words come, not before: a file that is made and then moved, as the editor does,
 * arrives whole and under its own name.
 */

interface Listed {
  readonly name: string
  readonly kind: 'file' | 'directory'
}

const service = '/_files/'

const addressOf = (path: string) => service + path.split('/').map(encodeURIComponent).join('/')

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(addressOf(path), init)
  if (answer.status === 404) throw new DOMException(`${path} is not there.`, 'NotFoundError')
  if (!answer.ok) throw new Error(await answer.text())
  return answer
}

const joined = (path: string, name: string) => (path ? `${path}/${name}` : name)

class HeldFile {
  readonly kind = 'file'
  path: string
  /** What was written and has not found its place yet. */
  #words: Blob | undefined

  constructor(path: string, words?: Blob) {
    this.path = path
    this.#words = words
  }

  get name(): string {
    return this.path.split('/').at(-1) ?? ''
  }

  /** A file whose name starts with a dot waits to be moved. */
  get waits(): boolean {
    return this.name.startsWith('.')
  }

  async getFile(): Promise<File> {
    if (this.#words) return new File([this.#words], this.name)
    const answer = await ask(this.path)
    return new File([await answer.blob()], this.name)
  }

  createWritable() {
    const parts: BlobPart[] = []
    return Promise.resolve({
      write: (part: BlobPart) => Promise.resolve(void parts.push(part)),
      close: () => this.#put(new Blob(parts)),
    })
  }

  async move(folder: HeldFolder, name: string): Promise<void> {
    const words = await this.getFile()
    const from = this.waits ? undefined : this.path
    this.path = joined(folder.path, name)
    await this.#put(words)
    if (from !== undefined && from !== this.path) await ask(from, { method: 'DELETE' })
  }

  async #put(words: Blob): Promise<void> {
    this.#words = words
    if (this.waits) return
    await ask(this.path, { method: 'PUT', body: words })
    this.#words = undefined
  }
}

/** One directory; the first is the project itself. */
export class HeldFolder {
  readonly kind = 'directory'
  readonly path: string

  constructor(path = '') {
    this.path = path
  }

  get name(): string {
    return this.path.split('/').at(-1) ?? ''
  }

  async *entries(): AsyncGenerator<[string, HeldFile | HeldFolder]> {
    const answer = await ask(this.path ? `${this.path}/` : '')
    for (const { name, kind } of (await answer.json()) as Listed[]) {
      const path = joined(this.path, name)
      yield [name, kind === 'file' ? new HeldFile(path) : new HeldFolder(path)]
    }
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<HeldFolder> {
    const path = joined(this.path, name)
    // One that is asked for to be made comes with its first file.
    if (!create) await ask(`${path}/`)
    return new HeldFolder(path)
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<HeldFile> {
    const path = joined(this.path, name)
    if (create && name.startsWith('.')) return new HeldFile(path, new Blob())
    const there = await ask(path, { method: 'HEAD' }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DOMException && create) return false
        throw error
      },
    )
    return new HeldFile(path, there ? undefined : new Blob())
  }

  async removeEntry(name: string): Promise<void> {
    // What waits to be moved was never there.
    if (!name.startsWith('.')) await ask(joined(this.path, name), { method: 'DELETE' })
  }
}
