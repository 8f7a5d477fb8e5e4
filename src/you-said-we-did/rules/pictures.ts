import type { Fault, Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'

/** A drawing is there, and says in words what it shows. */
export const pictures: Rule<Entry> = ({ picture, easyRead = [], title }, facts) => {
  const there = (path: Fault['path'], file: string): Fault[] =>
    facts.pictures.includes(file)
      ? []
      : [
          {
            path,
            message: `is "${file}", which is not in content/you-said-we-did/pictures. Write one of: ${facts.pictures.join(', ')}.`,
          },
        ]
  return [
    ...(picture ? [...there(['picture', 'file'], picture.file), ...alt(picture.alt, title)] : []),
    ...easyRead.flatMap((line, i) => there(['easyRead', i, 'picture'], line.picture)),
  ]
}

function alt(words: string, title: string): Fault[] {
  const path = ['picture', 'alt']
  if (words === '')
    return [{ path, message: 'is empty. Say what the drawing shows, for people who cannot see it.' }]
  if (words === title)
    return [{ path, message: 'says the title again. Say what the drawing shows, or take the drawing out.' }]
  if (/^(?:an? )?(?:picture|image|drawing|photo|graphic)\b/i.test(words))
    return [{ path, message: 'starts by saying that it is a picture. People know; say what it shows.' }]
  if (words.length > 150)
    return [{ path, message: `has ${words.length} characters. Write 150 at most: what matters in it.` }]
  return []
}
