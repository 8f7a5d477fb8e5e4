/**
 * Where a figure stood the year before, in per cent of the drawing: a line, and a rim of the page’s colour under it,
 * so that it shows on a bar of any colour. Upright at `x`, or from `x` to `end` at the height `y`.
 */
export function Then({ x, end = x, y }: { x: number; end?: number; y?: number }) {
  const unit = y === undefined ? '%' : ''
  const line = { x1: `${x}${unit}`, x2: `${end}${unit}`, y1: y ?? '0', y2: y ?? '100%' }
  return (
    <>
      <line class="rim" {...line} />
      <line class="then" {...line} />
    </>
  )
}
