import type { Council } from '../../council/council.ts'
import { saidAgain } from '../../form/outputs/transcript.ts'
import type { Wording } from '../../form/wording.ts'
import type { Letter } from './letter.ts'

/**
 * A letter to the team about somebody who uses another edition: questions and what was chosen in the team's own
 * words, what the person wrote as they wrote it, and above it all which language that is.
 */
export function forTeam(
  letter: Letter,
  language: string,
  { council, wording }: { council: Council; wording: Wording },
): Letter {
  if (language === wording.language) return letter
  return {
    ...letter,
    blocks: [
      {
        paragraph: wording.t('letters.uses-edition', {
          edition: nameOf(language, council, wording.language),
        }),
      },
      ...letter.blocks.map((block) =>
        'exchanges' in block ? { exchanges: block.exchanges.map((each) => saidAgain(each, wording)) } : block,
      ),
    ],
  }
}

/** A language by its name in the team's; Easy Read by its own. */
function nameOf(tag: string, { languages }: Council, language: string): string {
  const own = languages.find((each) => each.tag === tag)?.name ?? tag
  return tag.startsWith('en') ? own : (new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? own)
}
