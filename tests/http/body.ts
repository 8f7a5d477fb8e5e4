/** The types that the form is posted in, the second with the boundary `between`. */
export const urlencoded = 'application/x-www-form-urlencoded'
export const multipart = 'multipart/form-data; boundary=between'

/** One field of a multipart body. */
export const part = (name: string, value: string, more = '') =>
  `--between\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`

/** A body of exactly so many bytes, with one field in it, after the language where one is given. */
export function bodyOf(type: string, size: number, language?: string): Uint8Array<ArrayBuffer> {
  const first = language ? [`language=${language}&`, part('language', language)] : ['', '']
  const [before, after] =
    type === urlencoded
      ? [`${first[0]}where=`, '']
      : [first[1] + part('where', '\0').split('\0')[0]!, '\r\n--between--\r\n']
  const filled = 'a'.repeat(size - before!.length - after!.length)
  return new TextEncoder().encode(`${before}${filled}${after}`)
}
