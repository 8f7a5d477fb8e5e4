/** One declaration of a stylesheet, as PostCSS gives it. */
interface Declaration {
  prop: string
  value: string
  parent?: { nodes?: readonly unknown[] }
}

const sides: Readonly<Record<string, string>> = { left: 'inline-start', right: 'inline-end' }

/**
 * Turns left and right into start and end, so that govuk-frontend's components mirror themselves
 * in editions that run from right to left. Used by astro.config.mjs as a PostCSS plugin.
 *
 * Shapes drawn with clip-path or `transform` keep their sides: a tick is a tick in every script.
 */
export const logical = {
  postcssPlugin: 'heard-logical',
  Declaration(declaration: Declaration): void {
    if (drawsShape(declaration)) return
    declaration.prop = declaration.prop
      .replace(/^(left|right)$/, (side) => `inset-${sides[side]}`)
      .replace(/^(margin|padding|border)-(left|right)(?=$|-)/, (_, box: string, side: string) => {
        return `${box}-${sides[side]}`
      })
    if (declaration.prop === 'text-align' || declaration.prop === 'float') {
      const prefix = declaration.prop === 'float' ? 'inline-' : ''
      declaration.value = declaration.value
        .replace(/^left$/, `${prefix}start`)
        .replace(/^right$/, `${prefix}end`)
    }
  },
}

function drawsShape({ prop, parent }: Declaration): boolean {
  if (!prop.startsWith('border-')) return false
  return (parent?.nodes ?? []).some((node) => (node as Partial<Declaration>).prop === 'clip-path')
}
