import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

/** Imports point inward: pages → islands → form; functions → http → complaints → form. */
const barred = {
  'src/form': [
    'complaints',
    'council',
    'adapters',
    'http',
    'components',
    'layouts',
    'pages',
    'islands',
    'local',
    'you-said-we-did',
  ],
  'src/words': [
    'form',
    'complaints',
    'council',
    'adapters',
    'http',
    'components',
    'layouts',
    'pages',
    'islands',
    'local',
    'you-said-we-did',
  ],
  'src/council': [
    'form',
    'complaints',
    'adapters',
    'http',
    'components',
    'layouts',
    'pages',
    'islands',
    'local',
    'you-said-we-did',
  ],
  'src/figures': [
    'form',
    'words',
    'complaints',
    'adapters',
    'http',
    'components',
    'layouts',
    'pages',
    'islands',
    'local',
    'you-said-we-did',
  ],
  'src/complaints': [
    'figures',
    'adapters',
    'http',
    'layouts',
    'pages',
    'islands',
    'local',
    'you-said-we-did',
  ],
  'src/components': ['adapters', 'http', 'layouts', 'pages', 'islands', 'local'],
  'src/islands': ['adapters', 'http', 'layouts', 'pages', 'local', 'you-said-we-did'],
  'src/http': ['adapters', 'layouts', 'pages', 'islands', 'local', 'you-said-we-did'],
  'src/you-said-we-did': [
    'form',
    'figures',
    'complaints',
    'adapters',
    'http',
    'components',
    'layouts',
    'pages',
    'islands',
    'local',
  ],
  'src/adapters': ['http', 'components', 'layouts', 'pages', 'islands', 'local', 'you-said-we-did'],
}

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.heard/', '.netlify/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  ...Object.entries(barred).map(([folder, rooms]) => ({
    files: [`${folder}/**/*.{ts,tsx,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${rooms.join('|')})/`,
              message: 'Imports point inward: see ARCHITECTURE.md.',
            },
            { regex: 'functions/', message: 'Nothing imports a function.' },
          ],
        },
      ],
    },
  })),
)
