import { questionsOf, type Journey } from '../form/journey.ts'
import { pictureAt, pictures } from './pictures.ts'

/**
 * The pictures of a form in Easy Read, as styles: one at the left of each question, of each answer that has one, and
 * of each part of the page after sending (easy-read-form.scss gives them their place). So the same components make the form in every edition, a page that a
 * function fills has them too, and no other edition carries any of it. They say nothing that the words do not, and
 * a browser asks only for those of the questions that it shows.
 */
export function stylesForPictures(journey: Journey): string {
  const questions = questionsOf(journey).flatMap(({ id, options }) => {
    const { picture = undefined, options: own = {} } = pictures.questions[id] ?? {}
    const answers = Object.entries(options === 'services' ? pictures.services : own)
    return [
      ...(picture ? [`#q-${id}{${shown(picture)}}`] : []),
      // Answers without a picture stand in one line with those that have one.
      ...(answers.length ? [`#q-${id} [class$=__item]{--pictured:1}`] : []),
      ...answers.map(([option, idea]) => `#q-${id} [class$=__item]:has([value="${option}"]){${shown(idea)}}`),
    ]
  })
  const after = Object.entries(pictures.afterSending).map(([part, idea]) => `#sent-${part}{${shown(idea)}}`)
  return [...questions, ...after].join('')
}

const shown = (idea: string): string => `--pictured:1;--picture:url(${pictureAt(idea)})`
