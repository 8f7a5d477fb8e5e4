import { ChangeBody } from '../../components/changes/change-body.tsx'
import { Drawing, drawingOf } from '../../components/changes/drawing.tsx'
import { partialDateInWords } from '../../words/dates.ts'
import { translator } from '../../words/translate.ts'
import { statuses } from '../../you-said-we-did/schema.ts'
import type { Unfinished } from '../checks/entry.ts'
import type { Given } from '../given.ts'

/** A change as its page will show it, with what is still missing left empty. */
export function changePreview(written: Unfinished, { facts, words, drawings }: Given) {
  const language = facts.council.languages[0]?.tag ?? 'en'
  const y = translator({ 'you-said-we-did': words }, language)
  const text = (key: string) => String(written[key] ?? '')
  const status = statuses.find((one) => one === written['status']) ?? 'done'
  const date = /^\d{4}-\d\d-\d\d$/.test(text('date')) ? text('date') : undefined
  const picture = written['picture'] as { file?: string; alt?: string } | undefined
  const ideas = (Array.isArray(written['easyRead']) ? written['easyRead'] : []) as {
    say?: string
    picture?: string
  }[]
  const drawn = (file: string | undefined, alt: string) => {
    const svg = file === undefined ? undefined : drawings[file]
    return svg === undefined ? undefined : { ...drawingOf(svg, file ?? ''), alt }
  }
  const named = (texts: Readonly<Record<string, string>> | undefined) => texts?.[language] ?? ''
  return (
    <>
      <ChangeBody
        title={text('title')}
        told={text('told')}
        changed={text('changed')}
        status={status}
        service={named(facts.council.services.find(({ id }) => id === written['service'])?.name)}
        day={date ? partialDateInWords(date, language) : '…'}
        learned={named(facts.lessons.find(({ id }) => id === written['learning'])?.learned)}
        picture={drawn(picture?.file, picture?.alt ?? '')}
        y={y}
      />
      {ideas.length > 0 && <h2>{y('you-said-we-did.easyRead.title', { title: text('title') })}</h2>}
      {ideas.map(({ say = '', picture: file }) => {
        const drawing = drawn(file, '')
        return (
          <div class="idea" key={say}>
            {drawing && <Drawing {...drawing} />}
            <p>{say}</p>
          </div>
        )
      })}
    </>
  )
}
