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
  'src/complaints': ['figures', 'adapters', 'http', 'layouts', 'pages', 'islands', 'local', 'you-said-we-did'],
