import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipFunctions } from '@netlify/zip-it-and-ship-it'
import { parse } from 'smol-toml'

const root = join(import.meta.dirname, '../..')

interface NetlifyToml {
  build: { publish: string }
  functions: { directory: string; included_files: string[] }
}

/** netlify.toml, as Netlify reads it. */
export const netlifyToml = (): NetlifyToml =>
  parse(readFileSync(join(root, 'netlify.toml'), 'utf8')) as unknown as NetlifyToml

/** Packs what the build left for Netlify into `folder`, as Netlify does with this repository: a folder for each function. */
export function bundleForNetlify(folder: string) {
  const { functions } = netlifyToml()
  return zipFunctions(join(root, functions.directory), folder, {
    archiveFormat: 'none',
    basePath: root,
    repositoryRoot: root,
    config: {
      '*': {
        includedFiles: functions.included_files,
        includedFilesBasePath: root,
      },
    },
  })
}
