import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** Where the build puts them for Netlify (netlify.toml). */
export const bundledFor = '.netlify/bundled'

/**
 * Bundles every `.ts` file in `from` into `to`, each with all that it runs in one small file: a function that
 * Netlify would otherwise ship with whole packages beside it starts in half the time.
 * `maps` lays a source map beside each, so that a stack names our own files and lines.
 * Throws esbuild's error, which names the file and the line.
 */
export async function bundleFunctions(from: string, to: string, maps = false): Promise<string[]> {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  const names = readdirSync(from).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  if (names.length === 0) return []
  await build({
    entryPoints: names.map((name) => join(from, name)),
    outdir: to,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    sourcemap: maps && 'linked',
    logLevel: 'silent',
    plugins: [withoutUnused, contentAtStart],
    // A bundled CommonJS package may still ask for a part of Node with require().
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`,
    },
  })
  return names.map((name) => join(to, name.replace(/\.ts$/, '.mjs')))
}

/**
 * Leaves out what packages bring for things the portal never does, a quarter of a function's size: resend reads incoming
 * mail; file-type looks into archives, which src/files/kinds/zip.ts has done before it, counting
 * what it unpacks.
 */
const unused: Readonly<Record<string, string>> = {
  'postal-mime': `export default class { constructor() { throw new Error('Heard reads no incoming mail.') } }`,
  '@tokenizer/inflate': `class None { constructor() { throw new Error('Heard looks into archives itself.') } }
export { None as ZipHandler, None as GzipHandler, None as ZipLimitError }`,
}

const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve({ filter: new RegExp(`^(${Object.keys(unused).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }))
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: unused[path] ?? '' }))
  },
}

/**
 * What the council edits is read when a function starts and is no part of its code: with every edition's texts it
 * is larger than all else together. The files travel with the function (netlify.toml, included_files); where one is
 * missing, whatever looks into it fails, and the function still starts and answers that something is wrong.
 */
const contentAtStart: Plugin = {
  name: 'content-at-start',
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]content[/\\](council|routes|finder)\.json$/ }, ({ path }) => ({
      contents: `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
const refuse = (error) => new Proxy({}, { get: () => new Proxy({}, { get() { throw error } }) })
const read = () => {
  try { return JSON.parse(readFileSync(join(process.cwd(), 'content/${basename(path)}'), 'utf8')) }
  catch (error) { return refuse(error) }
}
export default read()`,
    }))
  },
}
