import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** This page in one language; without `href` it is the language being read. */
export interface LanguageItem extends Attributes<'a'> {
  /** The language's name in itself. */
  label: ComponentChildren
  lang: string
  /** Heard and not seen after the name, in that language, such as "change the language to English". */
  description?: string
}

export interface LanguageNavigationProps extends Attributes<'nav'> {
  /** Names the navigation, heard and not seen. */
  label: string
  items: readonly LanguageItem[]
}

const block = 'govuk-language-navigation'

/** The same page in other languages. */
export const LanguageNavigation = ({ label, items, class: extra, ...rest }: LanguageNavigationProps) => (
  <nav class={tokens(block, extra)} {...rest} aria-label={label}>
    <ul class={`${block}__list`}>
      {items.map(({ label: words, description, class: own, ...item }) => (
        <li class={`${block}__list-item`}>
          {item.href ? (
            <a
              {...item}
              class={tokens(`${block}__link`, own)}
              rel="alternate"
              hreflang={item.hreflang ?? item.lang}
            >
              {words}
              {description && <span class="govuk-visually-hidden"> {description}</span>}
            </a>
          ) : (
            <span lang={item.lang} dir={item.dir} class={tokens(`${block}__text`, own)} aria-current="true">
              {words}
            </span>
          )}
        </li>
      ))}
    </ul>
  </nav>
)
