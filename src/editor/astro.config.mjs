import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { logical } from '../styles/logical.ts'

/** In 0.221.1, a language that an entry is not written in yet has nothing to be right or wrong in, and errors are lost. */
const breaks = 'Object.values(R(l)[t]).some(({valid:e})=>!e)'

function mended(code) {
  if (!code.includes(breaks))
    throw new Error(
      '@sveltia/cms is another version: see whether it still loses errors where a language is off.',
    )
  return code
    .replace(breaks, breaks.replace('R(l)[t]', 'R(l)[t]??{}'))
    .replace(/@font-face \{[^}]*?https:\/\/cdn\.jsdelivr\.net[^}]*\}/g, '')
}

/**
 * Leaves out of the editor what it would fetch from elsewhere, fonts that it has beside it too, and the colours of
 * some three hundred programming languages, which nobody writes here.
 */
const nothingFromElsewhere = {
  name: 'heard:nothing-from-elsewhere',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('@shikijs/') ? '\0nothing' : null),
  load: (id) => (id === '\0nothing' ? 'export default []' : null),
  transform: (code, id) => (id.includes('@sveltia/cms/npm/index.js') ? mended(code) : null),
}

/**
 * The editor: a site of its own, since it needs what the portal's content policy forbids. Its root is this folder
 * (`astro build --root src/editor`), so that what Astro writes down about the portal's pages is left alone.
 */
export default defineConfig({
  srcDir: '.',
  outDir: '../../editor-dist',
  cacheDir: '../../node_modules/.astro-editor',
  output: 'static',
  trailingSlash: 'always',
  integrations: [preact()],
  devToolbar: { enabled: false },
  vite: {
    plugins: [nothingFromElsewhere],
    css: {
      postcss: { plugins: [logical] },
      preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } },
    },
    build: { chunkSizeWarningLimit: 4000, emptyOutDir: true },
  },
})
