import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const require = createRequire(`${process.cwd()}/package.json`)
const font = (weight: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible/${weight}.ttf`))

/** Where pictures are kept between builds, by what they are drawn from. */
const kept = join('node_modules', '.astro', 'drawn')

/**
 * A picture in SVG as PNG, since social networks show no SVG. Only the font that comes with the project is used.
 *
 * Drawing takes far longer than the page it belongs to, so a picture that has not changed is not drawn again.
 */
export async function drawn(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(kept, `${createHash('sha256').update(svg).digest('hex')}.png`)
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    const png = await draw(svg)
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, png)
    return png
  }
}

let fonts: Promise<Buffer[]> | undefined

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(() => [
    font('400Regular/AtkinsonHyperlegible_400Regular'),
    font('700Bold/AtkinsonHyperlegible_700Bold'),
  ])
  const picture = new Resvg(svg, {
    font: { fontBuffers: await fonts, defaultFontFamily: 'Atkinson Hyperlegible' },
  })
  const image = picture.render()
  const png = new Uint8Array(image.asPng())
  image.free()
  picture.free()
  return png
}
