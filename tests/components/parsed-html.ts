/**
 * Writes HTML, as a browser understands it, one node a line, so that two texts that mean the same are the same.
 *
 * Two spellings that no reader can tell apart are made one: the order of attributes and of class names, and white
 * space as CSS collapses it (to one space, and to none at the edges of a block). A space inside a line stays:
 * without it "Error:" runs into its message. Runs inside a page, so it refers to nothing outside itself.
 */
export function outline(html: string): string {
  const inline = new Set(['A', 'ABBR', 'B', 'CODE', 'EM', 'I', 'SPAN', 'STRONG'])
  const verbatim = new Set(['TEXTAREA', 'PRE'])
  const lines: { indent: number; text: string }[] = []
  let open: { text: string } | undefined // the text that ends the current line of words, if there is one

  const breakLine = () => {
    if (open) open.text = open.text.replace(/ $/, '')
    open = undefined
  }

  const write = (node: Node, indent: number) => {
    if (node instanceof Text) {
      if (node.parentElement && verbatim.has(node.parentElement.tagName)) {
        lines.push({ indent, text: JSON.stringify(node.data) })
        return
      }
      const words = node.data.replace(/[ \t\r\n\f]+/g, ' ')
      const text = !open || open.text.endsWith(' ') ? words.replace(/^ /, '') : words
      if (!text) return
      const line = { indent, text }
      lines.push(line)
      open = line
    } else if (node instanceof Element) {
      const block = !inline.has(node.tagName)
      if (block) breakLine()
      const attributes = [...node.attributes].map(({ name, value }) => {
        const same = name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value
        return ` ${name}=${JSON.stringify(same)}`
      })
      lines.push({ indent, text: `<${node.localName}${attributes.sort().join('')}>` })
      for (const child of node.childNodes) write(child, indent + 1)
      if (block) breakLine()
    }
  }

  const template = document.createElement('template')
  template.innerHTML = html
  for (const node of template.content.childNodes) write(node, 0)
  breakLine()
  return lines
    .filter(({ text }) => text)
    .map(({ indent, text }) => '  '.repeat(indent) + text)
    .join('\n')
}
