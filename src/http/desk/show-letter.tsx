import { letterOf, type LetterInWords } from '../../complaints/send-mail.ts'
import type { LetterToPrint } from '../../complaints/desk/ports.ts'
import { LetterPage } from '../../components/desk/letter-page.tsx'
import { allActs } from '../../desk/acts/all-acts.ts'
import { logFailure } from '../log-failure.ts'
import { sendingWith } from '../sending.ts'
import { atTheDesk, recordFor, showLists, type Going } from './go-to.tsx'

/** Shows a letter to a person as it was or would be mailed, to read or to print. */
export async function showLetter(going: Going, id: string): Promise<Response> {
  const found = await recordFor(going).letter(id)
  if (!found) return showLists(going)
  const main = (
    <LetterPage
      {...await atTheDesk(going)}
      said={inWords(found, going)}
      reference={found.reference}
      addressee={found.name}
      address={found.postal_address}
      acts={allActs.filter(({ about }) => about === 'letter').map((act) => act.id)}
      message={id}
    />
  )
  return going.pages.answer(going.wording.t('desk.letter.title'), main)
}

/** A letter that cannot be written any more is said to be so: what it was about has gone. */
function inWords({ message }: LetterToPrint, { portal }: Going): LetterInWords | null {
  try {
    return letterOf(message, sendingWith(portal))
  } catch (error) {
    logFailure(error)
    return null
  }
}
