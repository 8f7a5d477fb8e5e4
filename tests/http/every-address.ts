import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const functions = join(import.meta.dirname, '../../functions')

/** A function that answers an address. */
export interface Address {
  readonly name: string
  /** Where a browser reaches it, such as `/api/complaints`. */
  readonly path: string
  /** True for one that is only asked with GET. */
  readonly reads: boolean
}

/** Every function with an address, as its own `config` says; those that run by the clock have none. */
export const everyAddress: readonly Address[] = readdirSync(functions)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(functions, file), 'utf8')
    const [, config = ''] = /export const config: Config = ({[^]*})/.exec(text) ?? []
    const [, path] = /path: '([^']+)'/.exec(config) ?? []
    if (!path && !config.includes('schedule:'))
      throw new Error(`functions/${file} has neither address nor hour.`)
    return path ? [{ name: file.slice(0, -3), path, reads: config.includes("method: 'GET'") }] : []
  })
