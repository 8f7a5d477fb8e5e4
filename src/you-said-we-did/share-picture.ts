/** What a share picture says. */
export interface ShareWords {
  /** "You said, we did". */
  readonly heading: string
  readonly title: string
  /** Under the title: the service. */
  readonly below: string
  readonly council: string
  /** The council's colour, '#rrggbb'. */
  readonly colour: string
}

/** The size that social networks ask for, in pixels. */
export const shareSize = { width: 1200, height: 630 }

const margin = 84
/** Type sizes that a title is tried in, the largest first, and how many lines of each there is room for. */
const sizes = [
  [68, 3],
  [56, 4],
  [48, 5],
] as const

/** A share picture as SVG: the words of a change on white, with a band of the council's colour. */
export function sharePicture({ heading, title, below, council, colour }: ShareWords): string {
  const { width, height } = shareSize
  const [size, lines] = fitted(title, width - 2 * margin)
  const leading = size * 1.22
  const top = 190 + size
  const text = (words: string, x: number, y: number, style: string) =>
    `<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Atkinson Hyperlegible">
<rect width="${width}" height="${height}" fill="#fff"/>
<rect width="${width}" height="14" fill="${colour}"/>
${text(heading, margin, 132, `font-size="42" font-weight="700" fill="${colour}"`)}
${lines.map((line, i) => text(line, margin, Math.round(top + i * leading), `font-size="${size}" font-weight="700" fill="#1c2024"`)).join('\n')}
${text(below, margin, height - 112, 'font-size="34" fill="#454c54"')}
${text(council, margin, height - 60, 'font-size="34" fill="#454c54"')}
</svg>`
}

/** The largest size that has room for a title in the lines given, and its lines. */
function fitted(title: string, width: number): readonly [number, readonly string[]] {
  for (const [size, most] of sizes) {
    const lines = inLines(title, width / size)
    if (lines.length <= most) return [size, lines]
  }
  const [size] = sizes[sizes.length - 1] as readonly [number, number]
  return [size, inLines(title, width / size)]
}

/** Words put into lines that are at most `ems` long. */
function inLines(title: string, ems: number): string[] {
  const lines: string[] = []
  for (const word of title.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && emsOf(longer) <= ems) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** How long words are in bold, in ems: rather too long than too short. */
const emsOf = (words: string): number =>
  [...words].reduce((sum, character) => {
    if (/[ijl.,:;'’!|]/.test(character)) return sum + 0.33
    if (/[ftr ()-]/.test(character)) return sum + 0.42
    if (/[mwMW@%—]/.test(character)) return sum + 0.92
    return sum + (/\p{Lu}/u.test(character) ? 0.74 : 0.62)
  }, 0)

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** True for a language whose letters the font of the pictures has. In any other, an entry has no picture. */
export const hasLetters = (language: string): boolean =>
  new Intl.Locale(language).maximize().script === 'Latn'
