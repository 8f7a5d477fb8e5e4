import { NodeType, parse, type HTMLElement } from 'node-html-parser'

/** One heading, paragraph or item of a page, as plain text. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item'
  readonly text: string
}

/** What elements are; a term stands before what belongs to it. */
const kinds: Readonly<Record<string, Block['kind'] | 'term'>> = {
  H1: 'title',
  H2: 'heading',
  H3: 'heading',
  LI: 'item',
  DT: 'term',
  DD: 'item',
}

const isBlock = /^(H[1-6]|P|LI|DT|DD|DIV|SECTION|UL|OL|DL|ADDRESS|TABLE|TR|TD|TH)$/
const left = 'button, script, style, svg, nav, [hidden], [aria-hidden=true], .screen-only'

/** What the main part of a built page says, in the order in which it stands. Throws where a page has none. */
export function blocksOf(html: string): Block[] {
  const main = parse(html).querySelector('main')
  if (!main) throw new Error('A page without a main part cannot be put into braille.')
  for (const part of main.querySelectorAll(left)) part.remove()

  const found: Block[] = []
  let term = ''
  const put = (kind: Block['kind'] | 'term', text: string) => {
    const said = text.replace(/\s+/g, ' ').trim()
    if (!said) return
    if (kind === 'term') term = `${said}: `
    else found.push({ kind, text: term + said })
    if (kind !== 'term') term = ''
  }
  const read = (element: HTMLElement, kind: Block['kind'] | 'term') => {
    let text = ''
    const gather = (inside: HTMLElement) => {
      for (const node of inside.childNodes) {
        if (node.nodeType === NodeType.TEXT_NODE) text += node.text
        if (node.nodeType !== NodeType.ELEMENT_NODE) continue
        const child = node as HTMLElement
        if (isBlock.test(child.tagName)) {
          put(kind, text)
          text = ''
          read(child, kinds[child.tagName] ?? kind)
        } else {
          // The lines of an address are elements, with nothing between them.
          if (inside.tagName === 'ADDRESS' && text.trim()) text += ', '
          gather(child)
        }
      }
    }
    gather(element)
    put(kind, text)
  }
  read(main, 'paragraph')
  return found
}
