/** A drawing that travels inside the page. */
export interface DrawingProps {
  readonly src: string
  readonly alt: string
  readonly width: string
  readonly height: string
}

export const Drawing = ({ src, alt, width, height }: DrawingProps) => (
  <img class="drawing" src={src} alt={alt} width={width} height={height} />
)

/**
 * A drawing's SVG as the source of an image, which runs no script that may be in it, and its size.
 *
 * Throws, naming `file`, where the SVG does not tell its size.
 */
export function drawingOf(svg: string, file: string): Omit<DrawingProps, 'alt'> {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  if (!width || !height)
    throw new Error(
      `content/you-said-we-did/pictures/${file} has no viewBox="0 0 …" to tell its size. Save it with one.`,
    )
  const src = `data:image/svg+xml,${encodeURIComponent(svg.trim()).replaceAll('%20', ' ').replaceAll('%2F', '/')}`
  return { src, width, height }
}
