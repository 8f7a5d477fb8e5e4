/** What the council's colour must reach: 7:1 as text (WCAG 2.2, 1.4.6), 3:1 as a control's edge (1.4.11). */
export const leastContrast = { text: 7, control: 3 } as const

/** The lightest ground that pages use. */
export const lightGround = '#ffffff'

/**
 * The contrast of two colours by WCAG 2.2's definition, from 1 (the same) to 21 (black on white).
 *
 * Both are '#rrggbb'. Throws a RangeError for anything else.
 */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!digits) throw new RangeError(`Not a colour: ${colour}`)
  const [red, green, blue] = digits.slice(1).map((pair) => linear(parseInt(pair, 16) / 255)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
