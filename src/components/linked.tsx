import type { ComponentChildren } from 'preact'

interface Props {
  /** A whole sentence. */
  readonly text: string
  /** Numbers in it that can be rung from a phone. */
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
}

/** A sentence whose phone numbers and addresses can be tapped. The words stay one sentence, for translators. */
export function Linked({ text, phones = [], emails = [] }: Props) {
  const addresses = new Map<string, string>([
    ...phones.map((phone) => [phone, `tel:${phone.replaceAll(' ', '')}`] as const),
    ...emails.map((email) => [email, `mailto:${email}`] as const),
  ])
  // The longest first: a text relay number ends with the number it relays.
  const known = [...addresses.keys()].sort((one, other) => other.length - one.length).map(literally)
  const parts: ComponentChildren[] = text.split(new RegExp(`(${known.join('|')})`)).map((part) => {
    const href = addresses.get(part)
    return href ? (
      <a href={href} {...(href.startsWith('tel:') && { class: 'number', dir: 'ltr' })}>
        {part}
      </a>
    ) : (
      part
    )
  })
  return <>{parts}</>
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
