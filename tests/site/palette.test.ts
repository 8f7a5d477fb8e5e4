import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contrast, leastContrast, lightGround } from '../../src/council/contrast.ts'
import { palette, paletteCss } from '../../src/styles/palette.ts'

const night = '#15181b'
const allowed = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
  .filter((colour) => contrast(colour, lightGround) >= leastContrast.text)

const read = (colours: Readonly<Record<string, string>>, name: string) => colours[name] ?? 'missing'

it('keeps 7 to 1 for every colour a council may have, on paper, at night and on its own tint', () => {
  fc.assert(
    fc.property(allowed, (colour) => {
      const { light, dark } = palette(colour)
      for (const [colours, ground] of [
        [light, lightGround],
        [dark, night],
      ] as const) {
        const tint = read(colours, 'govuk-surface-background-colour')
        for (const name of ['govuk-brand-colour', 'govuk-link-colour', 'govuk-link-hover-colour']) {
          expect(contrast(read(colours, name), ground), `${name} on the ground`).toBeGreaterThanOrEqual(7)
          expect(contrast(read(colours, name), tint), `${name} on the tint`).toBeGreaterThanOrEqual(7)
        }
        // A button's words have the ground's colour.
        expect(contrast(read(colours, 'heard-button-hover'), ground)).toBeGreaterThanOrEqual(7)
      }
    }),
  )
})

it('leaves the council’s colour as it is where it reads well', () => {
  expect(palette('#0b4f56').light['govuk-brand-colour']).toBe('#0b4f56')
})

it('keeps the hue at night', () => {
  expect(palette('#7a0019').dark['govuk-brand-colour']).toMatch(/^#[d-f]/)
  expect(palette('#003d7a').dark['govuk-brand-colour']).toMatch(/[d-f].$/)
})

it('refuses what is not a colour', () => {
  expect(() => paletteCss('teal')).toThrow('not a colour')
})
