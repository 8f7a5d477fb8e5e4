import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

/** The rooms of src whose doors are watched. */
const rooms = [
  'form',
  'words',
  'figures',
  'files',
  'council',
  'complaints',
  'adapters',
  'http',
  'components',
  'layouts',
  'pages',
  'islands',
  'local',
  'you-said-we-did',
  'report',
  'editor',
]

/** Imports point inward: pages → islands → form; functions → http → complaints → form. Into which rooms each may reach. */
const open = {
  form: ['words', 'figures'],
  words: ['figures'],
  council: ['words', 'figures'],
  figures: ['council'],
  files: ['form', 'words'],
  complaints: ['form', 'words', 'files', 'council', 'components'],
  desk: ['form', 'words', 'files', 'council', 'complaints'],
  components: ['form', 'words', 'figures', 'files', 'council', 'complaints', 'you-said-we-did', 'report'],
  islands: ['form', 'words', 'figures', 'files', 'council', 'complaints', 'components'],
  http: ['form', 'words', 'figures', 'files', 'council', 'complaints', 'components'],
  report: ['words', 'figures', 'files', 'council', 'you-said-we-did'],
  'you-said-we-did': ['words', 'files', 'council'],
  editor: ['words', 'files', 'council', 'components', 'pages', 'you-said-we-did', 'report'],
  pictures: ['form', 'words', 'figures', 'files', 'council'],
  adapters: ['form', 'words', 'figures', 'files', 'council', 'complaints'],
}

export default tseslint.config(
  { ignores: ['dist/', 'editor-dist/', '**/.astro/', '.heard/', '.netlify/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  ...Object.entries(open).map(([room, reached]) => ({
    files: [`src/${room}/**/*.{ts,tsx,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${rooms.filter((other) => other !== room && !reached.includes(other)).join('|')})/`,
              message: 'Imports point inward: see ARCHITECTURE.md.',
            },
            { regex: 'functions/', message: 'Nothing imports a function.' },
          ],
        },
      ],
    },
  })),
)
