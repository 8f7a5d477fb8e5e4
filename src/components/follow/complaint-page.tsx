import { whatTheyMaySee } from '../../complaints/follow/what-they-may-see.ts'
import type { Followed, TheirWords } from '../../complaints/follow/ports.ts'
import type { Wording } from '../../form/wording.ts'
import { ComplaintFacts } from './complaint-facts.tsx'
import type { FollowFacts } from './facts.ts'
import { FilesSent } from './files-sent.tsx'
import { History } from './history.tsx'
import { NextThings } from './next-things.tsx'
import { Now } from './now.tsx'
import { WhoToAsk } from './who-to-ask.tsx'
import { WordsForm, type WordsError } from './words-form.tsx'
import { WordsShown } from './words-shown.tsx'

export interface Following {
  readonly followed: Followed
  /** What the page's forms carry: it opens the complaint for an hour. */
  readonly grant: string
  readonly wording: Wording
  readonly told: FollowFacts
}

interface Props extends Following {
  /** Today in Europe/London. */
  readonly today: string
  /** Where the edition's pages start. */
  readonly root: string
  /** What they wrote, once they have shown that they are the one who wrote it. */
  readonly words?: TheirWords | undefined
  readonly wrong?: WordsError | undefined
}

/** What the page is called: what came in is no complaint until somebody makes it one. */
export const pageName = ({ kind, reference }: Followed, { t }: Wording): string =>
  t(kind === 'complaint' ? 'follow.page.title' : 'follow.page.other', { reference })

/** A complaint's own page: how far it has come, what is waiting, what can be done, whom to ask. */
export function ComplaintPage({ today, root, words, wrong, ...following }: Props) {
  const { followed, wording, grant } = following
  const { t } = wording
  const view = whatTheyMaySee(followed.role, followed.authority)
  return (
    <>
      {wrong && <WordsForm.Error wrong={wrong} wording={wording} />}
      <h1>{pageName(followed, wording)}</h1>
      {view.progress && <Now {...following} today={today} />}
      {view.progress && <ComplaintFacts {...following} view={view} />}
      <h2>{t('follow.do.title')}</h2>
      <NextThings {...following} view={view} today={today} root={root} />
      <FilesSent {...following} />
      <History {...following} />
      <div class={words ? undefined : 'screen-only'}>
        <h2>{t('follow.words.title')}</h2>
        {words ? (
          <WordsShown words={words} wording={wording} />
        ) : (
          <WordsForm {...{ grant, wrong, wording, followed, view }} />
        )}
      </div>
      <WhoToAsk {...following} />
    </>
  )
}
