import { render } from 'preact-render-to-string'
import type { Block, Letter as Contents } from '../complaints/letters/letter.ts'

const style = {
  body: 'margin:0;padding:24px 16px;background:#fff;color:#111;font:19px/1.5 Arial,Helvetica,sans-serif',
  // A link or an address is longer than a phone is wide.
  column: 'max-width:36em;margin:0 auto;overflow-wrap:anywhere',
  heading: 'margin:32px 0 8px;font-size:21px;line-height:1.3',
  question: 'margin:16px 0 4px;font-weight:bold',
  answer: 'margin:0 0 4px;white-space:pre-wrap;text-align:start',
} as const

/** Mail programs know no logical sides, and some drop <html>: so the side is said, and said again on the column. */
const sided = {
  ltr: { column: 'text-align:left', fact: 'padding:0 16px 4px 0;text-align:left;vertical-align:top' },
  rtl: {
    column: 'text-align:right;line-height:1.9',
    fact: 'padding:0 0 4px 16px;text-align:right;vertical-align:top',
  },
} as const

interface Props {
  readonly letter: Contents
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** A letter as an email's HTML: one column, no picture, nothing fetched. Styles stand in the tags, as mail needs. */
export function Letter({ letter, language, direction }: Props) {
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{letter.subject}</title>
      </head>
      <body style={style.body}>
        <LetterBody {...{ letter, language, direction }} />
      </body>
    </html>
  )
}

const LetterBody = ({ letter, language, direction }: Props) => (
  <div style={`${style.column};${sided[direction].column}`} role="article" lang={language} dir={direction}>
    {letter.blocks.map((block) => (
      <Part block={block} direction={direction} />
    ))}
  </div>
)

/**
 * The letter as HTML to stand in a page of ours, which lets no style attribute through: classes say the little that a
 * reader needs. What somebody wrote holds no quotation mark here, since each is written as an entity.
 */
export const letterInPage = (props: Props): string =>
  render(<LetterBody {...props} />).replace(/ style="([^"]*)"/g, (_, worn: string) => {
    if (worn === style.question) return ' class="question"'
    return worn === style.answer ? ' class="lines"' : ''
  })

function Part({ block, direction }: { readonly block: Block; readonly direction: 'ltr' | 'rtl' }) {
  if ('heading' in block) return <h2 style={style.heading}>{block.heading}</h2>
  if ('paragraph' in block) return <p style="white-space:pre-line">{sentence(block.paragraph, direction)}</p>
  if ('list' in block) {
    return (
      <ul>
        {block.list.map((item) => (
          <li>{sentence(item, direction)}</li>
        ))}
      </ul>
    )
  }
  if ('facts' in block) {
    const { fact } = sided[direction]
    return (
      <table role="presentation" dir={direction}>
        {block.facts.map(([name, value]) => (
          <tr>
            <td style={`${fact};overflow-wrap:normal`}>{name}</td>
            <td style={fact}>
              <strong dir="auto" style={unbroken.test(value) ? 'white-space:nowrap' : undefined}>
                {value}
              </strong>
            </td>
          </tr>
        ))}
      </table>
    )
  }
  if ('written' in block) return <>{block.written.map(asWritten)}</>
  return (
    <>
      {block.exchanges.map(({ question, answer }) => (
        <>
          <p style={style.question} dir="auto">
            {question}
          </p>
          {answer.map(asWritten)}
        </>
      ))}
    </>
  )
}

/** What is read out or typed as one: a reference, a code, a phone number. */
const unbroken = /^(?:[A-Z0-9]+(?:-[A-Z0-9]+){1,3}|[\d ]{5,20})$/

/** What somebody wrote begins at the side where its own script begins; old mail programs leave it at the letter's. */
const asWritten = (text: string) => (
  <p style={style.answer} dir="auto">
    {text}
  </p>
)

/**
 * A sentence for the eye: a phone number stays on one line, and where words run from right to left an address is set
 * apart, since the slash at its end would jump to its beginning.
 */
const sentence = (text: string, direction: 'ltr' | 'rtl') =>
  text.split(/(https?:\/\/[^\s،؛]+[^\s،؛.؟۔]|\d{3,5}(?: \d{3,6})+)/).map((part, at) => {
    if (at % 2 === 0) return part
    if (!part.startsWith('http')) return <span style="white-space:nowrap">{part}</span>
    return direction === 'rtl' ? <span dir="ltr">{part}</span> : part
  })
