import { equalityJourney } from '../complaints/equality/questions.ts'
import { toKeep } from '../complaints/equality/to-keep.ts'
import { equalityWords } from '../complaints/equality/words.ts'
import type { Portal } from '../complaints/ports.ts'
import { AboutYouApart } from '../components/form/about-you-apart.tsx'
import { aboutYou } from '../form/journeys/about-you.ts'
import { textOf } from '../form/question.ts'
import { wordingOf } from '../form/wording.ts'
import { seeOther } from './answer.ts'
import { editionFor, type Edition } from './edition.ts'
import { receiveShortForm } from './short-form.tsx'

const action = '/api/about-you'
const page = 'about-you/'

/**
 * Answers `/api/about-you`: lets what a person says of themself wait, sealed.
 *
 * It takes no submission id and gives no token: nothing of this post is known to anything else. The answer is the
 * same whether anything was said or not.
 */
export function receiveAboutYou(request: Request, portal: Portal): Promise<Response> {
  const { equality } = portal.council
  const journey = equality.on ? equalityJourney(equality) : aboutYou
  return receiveShortForm(
    request,
    portal,
    { journey, action, page: equality.on ? page : '' },
    (_said, edition) => {
      if (!equality.on) return seeOther(edition.root)
      return {
        ...{ journey, action, page },
        above: <AboutYouApart wording={edition.wording} count={equality.batch} />,
        async keep({ fields, outcome: { answers } }) {
          const kept =
            textOf(fields, 'want-to-answer') === 'yes'
              ? toKeep(answers, equality, edition.around.today)
              : null
          if (kept) await portal.equality.give(portal.envelope.close(JSON.stringify(kept)))
          return seeOther(`${edition.root}about-you/thanks/`)
        },
      }
    },
    editionWithQuestions,
  )
}

/** The edition, with the words of the council's own questions among its own. */
function editionWithQuestions(asked: string | undefined, portal: Portal): Edition {
  const edition = editionFor(asked, portal)
  const { language, serviceName } = edition.wording
  const words = equalityWords(portal.wordsIn(language), portal.council.equality, language)
  return { ...edition, wording: wordingOf(language, words, serviceName) }
}
