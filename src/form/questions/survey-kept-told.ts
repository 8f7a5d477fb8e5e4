import { choice } from '../kinds/choice.ts'

export const surveyKeptTold = choice({
  id: 'survey-kept-told',
  options: ['yes', 'partly', 'no', 'prefer-not-to-say'],
  record: 'survey.kept_told',
  optional: true,
})
