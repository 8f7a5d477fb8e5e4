import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { logical } from './src/styles/logical.ts'

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  // Content pages are one request: their styles travel inside them.
  build: { inlineStylesheets: 'always', format: 'directory' },
  integrations: [mdx(), preact()],
  devToolbar: { enabled: false },
  vite: {
    css: {
      postcss: { plugins: [logical] },
      preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } },
    },
    // MDX files start with a directive that the bundler would warn about, once for each file.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
})
