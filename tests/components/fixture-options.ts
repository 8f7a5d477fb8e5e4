import { readFileSync } from 'node:fs'

/** Words as a Nunjucks option takes them. */
export interface Words {
  text?: string | number | false
  html?: string | false
  classes?: string
  attributes?: Record<string, string | number>
  isPageHeading?: boolean
  visuallyHiddenText?: string
  headingLevel?: number
}

/** One of a list: a choice, a part of a date, a link, a row. */
export interface Item extends Words {
  value?: string | number
  id?: string
  name?: string
  href?: string
  hint?: Words
  divider?: string
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  conditional?: { html?: string | false }
  behaviour?: string
  label?: string
  error?: boolean
  pattern?: string
  inputmode?: string
  autocomplete?: string
  format?: string
  rowspan?: number
  colspan?: number
  lang?: string
  dir?: 'ltr' | 'rtl'
  hrefLang?: string
  current?: boolean
  languageDescriptionText?: string
  type?: string
}

export interface Row {
  key: Words
  value: Words
  classes?: string
  actions?: { items?: Item[] }
}

/** Every option that the mappers read, of all components together. */
export interface Options extends Omit<Item, 'label'> {
  label?: Words
  legend?: Words
  fieldset?: { legend?: Words; describedBy?: string }
  errorMessage?: Words
  describedBy?: string
  role?: 'group' | 'region' | 'alert' | 'banner'
  for?: string
  items?: (Item | null | false | '')[]
  values?: (string | number)[] & Record<string, string | number>
  idPrefix?: string
  namePrefix?: string
  day?: Item | false
  month?: Item | false
  year?: Item | false
  rows?: number | (Row | null | false)[] | (Item[] | null | false)[]
  spellcheck?: boolean
  autocapitalize?: string
  preventDoubleClick?: boolean
  isStartButton?: boolean
  titleText?: string
  titleHtml?: string
  titleId?: string
  titleHeadingLevel?: number
  descriptionText?: string
  descriptionHtml?: string
  errorList?: Item[]
  disableAutoFocus?: boolean
  summaryText?: string
  summaryHtml?: string
  open?: boolean
  iconFallbackText?: string
  headingLevel?: number
  actions?: { items?: Item[] }
  labelText?: string
  ariaLabel?: string
  collapseOnMobile?: boolean
  caption?: string
  captionClasses?: string
  head?: Item[]
  firstCellIsHeader?: boolean
  logoText?: string
  logoHtml?: string
  url?: string
  containerClasses?: string
}

export interface Fixture {
  name: string
  options: Options
  html: string
}

/** The fixtures that the installed govuk-frontend ships for a component. */
export function fixturesOf(component: string): Fixture[] {
  const file = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return (JSON.parse(readFileSync(new URL(file), 'utf8')) as { fixtures: Fixture[] }).fixtures
}
