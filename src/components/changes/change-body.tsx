import type { ComponentChildren } from 'preact'
import type { Translate } from '../../words/translate.ts'
import type { Status } from '../../you-said-we-did/schema.ts'
import { paragraphsOf } from '../../you-said-we-did/texts.ts'
import { Drawing } from './drawing.tsx'
import type { DrawingProps } from './drawing.tsx'

interface Props {
  readonly title: string
  readonly told: string
  readonly changed: string
  readonly status: Status
  /** The service's name. */
  readonly service: string
  /** The day of the change, in words. */
  readonly day: string
  /** What was learned, in words. */
  readonly learned: string
  readonly picture?: DrawingProps | undefined
  /** The words of content/words/<language>/you-said-we-did.json. */
  readonly y: Translate
  /** Between the facts and the words: the way to Easy Read. */
  readonly children?: ComponentChildren
}

/** One change, as its page and the editor's preview show it. */
export function ChangeBody(props: Props) {
  const { title, told, changed, status, service, day, learned, picture, y, children } = props
  return (
    <>
      <h1>{title}</h1>
      <p class="small">
        <span>{`${service}.`}</span> <span>{`${y(`you-said-we-did.entry.state.${status}`, { day })}.`}</span>
      </p>
      {children}
      {picture && <Drawing {...picture} />}
      <h2>{y('you-said-we-did.entry.said')}</h2>
      {paragraphsOf(told).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h2>{y(`you-said-we-did.entry.did.${status}`)}</h2>
      {paragraphsOf(changed).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h2>{y('you-said-we-did.entry.learned')}</h2>
      <p>{learned}</p>
    </>
  )
}
