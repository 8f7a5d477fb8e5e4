import type { ComponentChildren } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import type { Words } from './fixture-options.ts'

/** HTML of a fixture as content, unescaped: our components take nodes where govuk-frontend takes HTML. */
export const html = (source: string | false | undefined): ComponentChildren =>
  source ? jsxTemplate([source]) : undefined

/** The words of an option; text stays text, so that Preact escapes it. */
export const words = (option: Words | undefined): ComponentChildren => html(option?.html) ?? option?.text

/** What almost every option has. */
export const basics = ({ id, classes, attributes }: Words & { id?: string }) => ({
  ...attributes,
  ...(id && { id }),
  class: classes,
})
