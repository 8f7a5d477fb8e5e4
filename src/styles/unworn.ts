/** A rule of a stylesheet, or an at-rule around some, as PostCSS gives it. */
interface Rule {
  selectors?: string[]
  nodes?: readonly unknown[]
  remove(): void
}

interface Sheet {
  walkRules(look: (rule: Required<Rule>) => void): void
  walkAtRules(look: (rule: Rule) => void): void
}

/**
 * Parts of govuk-frontend's components that no page of ours wears. Each form page carries its styles in itself and is
 * held to 20 KB, of which these would be two. tests/contract/unworn.test.ts finds one that is worn after all: take it
 * out of here.
 */
export const unworn = [
  'govuk-back-link--inverse',
  'govuk-body-',
  'govuk-button--inverse',
  'govuk-button--start',
  'govuk-button--warning',
  'govuk-button__start-icon',
  'govuk-caption-',
  'govuk-checkboxes--small',
  'govuk-checkboxes__conditional',
  'govuk-checkboxes__divider',
  'govuk-fieldset__legend--xl',
  'govuk-frontend-supported',
  'govuk-heading-',
  'govuk-input--extra-letter-spacing',
  'govuk-input--width-10',
  'govuk-input--width-3',
  'govuk-input--width-30',
  'govuk-input__prefix',
  'govuk-input__suffix',
  'govuk-input__wrapper',
  'govuk-label--xl',
  'govuk-link--',
  'govuk-link-image',
  'govuk-list--',
  'govuk-panel--interruption',
  'govuk-panel__actions',
  'govuk-radios--inline',
  'govuk-radios--small',
  'govuk-radios__conditional',
  'govuk-radios__divider',
  'govuk-summary-card',
  'govuk-summary-list--no-border',
  'govuk-summary-list__row--no-border',
  'govuk-visually-hidden-focusable',
] as const

const isUnworn = (selector: string): boolean => unworn.some((name) => selector.includes(`.${name}`))

/** Leaves out what `unworn` names. Used by astro.config.mjs as a PostCSS plugin. */
export const leaveOutUnworn = {
  postcssPlugin: 'heard-unworn',
  OnceExit(sheet: Sheet): void {
    sheet.walkRules((rule) => {
      const worn = rule.selectors.filter((selector) => !isUnworn(selector))
      if (worn.length === 0) rule.remove()
      else if (worn.length < rule.selectors.length) rule.selectors = worn
    })
    sheet.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) rule.remove()
    })
  },
}
