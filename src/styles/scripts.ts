import { rightToLeft } from '../words/direction.ts'

/** Faces that come with the systems people have, the best hand for each language first; none is fetched. */
const faces: Readonly<Record<string, string>> = {
  // Urdu is read most easily in nastaliq: Apple and Android have Noto's, Windows its own.
  ur: "'Noto Nastaliq Urdu','Urdu Typesetting','Jameel Noori Nastaleeq'",
  ar: "'SF Arabic','Segoe UI','Noto Naskh Arabic','Noto Sans Arabic'",
}

const others =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif"

/** Nastaliq slopes downwards as it goes on, and needs twice its size between lines; naskh needs a little more than Latin. */
const height = (language: string): number => (language.startsWith('ur') ? 2.1 : 1.75)

/**
 * Type for scripts that govuk-frontend's own stack and line heights do not suit; '' for all others, so that only the
 * editions which need it carry it. What stands in another language keeps the usual faces.
 */
export function scriptCss(language: string): string {
  if (!rightToLeft(language)) return ''
  const family = faces[language.split('-')[0] ?? '']
  const root = `:root:lang(${language})`
  return (
    `${root} *{font-family:${family ? `${family},` : ''}${others};line-height:${height(language)}}` +
    // Numbers and English have the usual faces, which were drawn for them.
    `${root} :is(:lang(en),[dir=ltr]),${root} :lang(en) *{font-family:${others}}` +
    // The line is as high as the circle beside it.
    `${root} :is(.govuk-radios__label,.govuk-checkboxes__label){padding-block:2px 0}`
  )
}
