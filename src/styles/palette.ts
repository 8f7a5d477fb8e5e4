import { contrast, leastContrast } from '../council/contrast.ts'

/** Custom properties by name, without the leading dashes: what one ground (light or dark) needs. */
export type Palette = Readonly<Record<string, string>>

type Rgb = readonly [number, number, number]

/** Grounds that text stands on. The stylesheets read them from the properties below, never from here. */
const paper: Rgb = [255, 255, 255]
const night: Rgb = [21, 24, 27]
const black: Rgb = [0, 0, 0]
const ink: Rgb = [28, 32, 36]

/**
 * Derives every colour that follows the council's one colour, for light and for dark grounds.
 *
 * `colour` is '#rrggbb' from council.json. On paper it is used as it is, or darkened until text in it
 * reaches 7:1 there and on its own pale tint; at night it is lightened until it does the same.
 */
export function palette(colour: string): { light: Palette; dark: Palette } {
  const brand = parse(colour)
  const pale = mix(brand, paper, 0.93)
  const dusk = mix(brand, night, 0.82)
  const onPaper = reach(brand, black, [pale])
  const atNight = lit(brand, [dusk, night])
  return {
    light: {
      'govuk-brand-colour': hex(onPaper),
      'govuk-link-colour': hex(onPaper),
      'govuk-link-hover-colour': hex(mix(onPaper, ink, 0.5)),
      'govuk-surface-background-colour': hex(pale),
      'heard-button-hover': hex(mix(onPaper, ink, 0.35)),
    },
    dark: {
      'govuk-brand-colour': hex(atNight),
      'govuk-link-colour': hex(atNight),
      'govuk-link-hover-colour': hex(mix(atNight, paper, 0.5)),
      'govuk-surface-background-colour': hex(dusk),
      'heard-button-hover': hex(mix(atNight, paper, 0.4)),
    },
  }
}

/** The palette as the style rules that a page carries. Print keeps the light values. */
export function paletteCss(colour: string): string {
  const { light, dark } = palette(colour)
  return `:root{${list(light)}}@media screen and (prefers-color-scheme:dark){:root{${list(dark)}}}`
}

const list = (colours: Palette) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

function reach(colour: Rgb, towards: Rgb, grounds: readonly Rgb[]): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, towards, share)
    if (grounds.every((ground) => ratio(mixed, ground) >= leastContrast.text)) return mixed
  }
  return towards
}

/** A lighter shade of the same hue, rather than a mix with white, which would turn it grey. */
function lit(colour: Rgb, grounds: readonly Rgb[]): Rgb {
  const { hue, saturation } = hueOf(colour)
  for (let lightness = 0.5; lightness < 1; lightness += 0.02) {
    const shade = fromHue(hue, Math.min(saturation, 0.45), lightness)
    if (grounds.every((ground) => ratio(shade, ground) >= leastContrast.text)) return shade
  }
  return paper
}

/** HSL's hue (0 to 6) and saturation (0 to 1). */
function hueOf([r, g, b]: Rgb): { hue: number; saturation: number } {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  const spread = most - least
  if (spread === 0) return { hue: 0, saturation: 0 }
  const hue = most === r ? (g - b) / spread + 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: hue % 6, saturation: spread / (255 - Math.abs(most + least - 255)) }
}

function fromHue(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const part = (offset: number) => {
    const place = (hue * 2 + offset) % 12
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))))
  }
  return [part(0), part(8), part(4)]
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => Math.round(colour[i] * (1 - share) + other[i] * share)
  return [part(0), part(1), part(2)]
}

const ratio = (one: Rgb, other: Rgb) => contrast(hex(one), hex(other))

function parse(colour: string): Rgb {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!parts) throw new Error(`"${colour}" is not a colour such as #0b4f56.`)
  const [, r, g, b] = parts
  return [parseInt(r ?? '', 16), parseInt(g ?? '', 16), parseInt(b ?? '', 16)]
}

const hex = (colour: Rgb) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
