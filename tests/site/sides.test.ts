import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { logical } from '../../src/styles/logical.ts'
import { builtPages } from './pages.ts'

const turned = (prop: string, value = '1px', siblings: string[] = []) => {
  const declaration = { prop, value, parent: { nodes: siblings.map((name) => ({ prop: name })) } }
  logical.Declaration(declaration)
  return `${declaration.prop}: ${declaration.value}`
}

it.each([
  ['margin-left', '1px', 'margin-inline-start: 1px'],
  ['border-right-color', 'red', 'border-inline-end-color: red'],
  ['left', '0', 'inset-inline-start: 0'],
  ['text-align', 'right', 'text-align: end'],
  ['float', 'left', 'float: inline-start'],
  ['border-left-width', '2px', 'border-inline-start-width: 2px'],
])('turns %s: %s into %s', (prop, value, expected) => {
  expect(turned(prop, value)).toBe(expected)
})

it('leaves alone what has no side, and what only sounds like one', () => {
  expect(turned('margin-top')).toBe('margin-top: 1px')
  expect(turned('--left')).toBe('--left: 1px')
  expect(turned('text-align', 'center')).toBe('text-align: center')
})

it('leaves the sides of a shape, which would lose its form', () => {
  expect(turned('border-left-color', 'inherit', ['clip-path'])).toBe('border-left-color: inherit')
})

it('leaves no page with a left or a right in its styles', () => {
  const sided =
    /(?:^|[;{])(?:(?:margin|padding)-(?:left|right)|left|right|text-align:(?:left|right)|float:(?:left|right))\b[^;}]*/g
  const found = builtPages.flatMap(({ address, html }) =>
    [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].flatMap(([, css]) =>
      [...(css ?? '').matchAll(sided)].map(([rule]) => `${address} ${rule}`),
    ),
  )
  expect(found).toEqual([])
})

it('has no left or right in our own styles: what is written once turns round by itself', () => {
  const sided =
    /(?:^|[\s;{])((?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b|left:|right:|text-align:\s*(?:left|right)|float:\s*(?:left|right))[^;}]*)/g
  const files = globSync('src/{styles,components,layouts,pages,islands}/**/*.{scss,astro}')
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replace(/\/\/.*$/gm, '')
    const css = file.endsWith('.scss')
      ? [text]
      : [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, own]) => own)
    return css.flatMap((own) => [...(own ?? '').matchAll(sided)].map(([, rule]) => `${file}: ${rule}`))
  })
  expect(found).toEqual([])
})
