import { isolated } from '../../words/direction.ts'
import type { Exchange } from '../../form/outputs/transcript.ts'

/** A part of a letter. The same parts make its plain text and its HTML, so that neither says more. */
export type Block =
  | { readonly heading: string }
  | { readonly paragraph: string }
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [string, string])[] }
  | { readonly exchanges: readonly Exchange[] }
  /** What somebody wrote: it stays as it is, line by line, and runs the way its own script runs. */
  | { readonly written: readonly string[] }

export interface Letter {
  readonly subject: string
  readonly blocks: readonly Block[]
}

/** A letter as plain text: short lines are left to the reader's own program. */
export function plainText({ blocks }: Letter, language: string): string {
  return `${blocks.map((block) => plainBlock(block, language)).join('\n\n')}\n`
}

function plainBlock(block: Block, language: string): string {
  if ('heading' in block)
    return `${block.heading.toLocaleUpperCase(language)}\n${'-'.repeat([...block.heading].length)}`
  if ('paragraph' in block) return block.paragraph
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n')
  if ('facts' in block)
    return block.facts.map(([name, value]) => `${name}: ${isolated(value, language)}`).join('\n')
  if ('written' in block) return block.written.join('\n\n')
  return block.exchanges
    .map(({ question, answer }) => `${question}\n${answer.map(indented).join('\n')}`)
    .join('\n\n')
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ')
