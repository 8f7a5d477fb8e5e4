/** What ends a sentence whose last words are a link, and so stand apart from it. */
export const fullStop = (language: string): string => (/^ur(-|$)/.test(language) ? '۔' : '.')
