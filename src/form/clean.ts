const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * Text as it can be kept: line ends become \n, as a browser shows them, and what no database keeps
 * (NUL, halves of a surrogate pair) is dropped. All else stays as it was typed.
 */
export function clean(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('\u0000', '')
    .replace(loneSurrogates, '')
}

/** Text for a single line: white space and control characters of every kind, line ends too, become one space. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
