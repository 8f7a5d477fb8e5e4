import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  // Content pages are one request: their styles travel inside them.
  build: { inlineStylesheets: 'always', format: 'directory' },
  integrations: [mdx(), preact()],
  devToolbar: { enabled: false },
  vite: {
    // MDX files start with a directive that the bundler would warn about, once for each file.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
})
