import type { Portal } from '../complaints/ports.ts'
import { lacksGuidance, ledElsewhere } from '../council/elsewhere.ts'
import { translator } from '../words/translate.ts'

/**
 * An answer, with links to guidance that its edition goes without led to the first edition's, as on every built page.
 * A page says its own language; only shorter editions have such links.
 */
export async function withLinksLedElsewhere(
  answer: Response,
  { council: { languages }, wordsIn }: Portal,
): Promise<Response> {
  if (!languages.some(({ without }) => without?.length)) return answer
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer
  const html = await answer.text()
  const tag = /<html lang="([^"]+)"/.exec(html)?.[1]
  const shorter = languages.find((each) => each.tag === tag && each.without?.length)
  if (!shorter) return new Response(html, answer)
  const says = translator(wordsIn(shorter.tag), shorter.tag)('site.inEnglish')
  const lacks = lacksGuidance(languages, shorter.tag)
  return new Response(ledElsewhere(html, { languages, tag: shorter.tag, says, lacks }), answer)
}
