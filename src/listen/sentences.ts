/** One sentence of a page, where it stands. */
export interface Sentence {
  readonly text: string
  readonly range: Range
  /** BCP 47 tag of the language it is in. */
  readonly lang: string
}

/** What is not part of what is read: controls, and what nobody is shown. */
const left = 'button, script, style, svg, [aria-hidden="true"], [hidden]'

/** The sentences of a page's main part, in the order in which they stand; closed parts are left out. */
export function sentencesIn(main: Element): Sentence[] {
  const blocks = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest(left) || !parent.checkVisibility()) continue
    let block = parent
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement)
      block = block.parentElement
    blocks.set(block, [...(blocks.get(block) ?? []), node as Text])
  }
  return [...blocks.values()].flatMap(sentencesOf)
}

function sentencesOf(nodes: readonly Text[]): Sentence[] {
  const whole = nodes.map(({ data }) => data).join('')
  const lang = langOf(nodes[0]!)
  return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(whole)].flatMap(
    ({ segment, index }) => {
      const text = segment.trim().replace(/\s+/g, ' ')
      if (!text) return []
      const start = index + segment.search(/\S/)
      const end = index + segment.trimEnd().length
      const range = document.createRange()
      let before = 0
      for (const node of nodes) {
        const after = before + node.length
        if (start >= before && start < after) range.setStart(node, start - before)
        if (end > before && end <= after) range.setEnd(node, end - before)
        before = after
      }
      return [{ text, range, lang: langOf(range.startContainer) }]
    },
  )
}

const langOf = (node: Node): string =>
  node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang
