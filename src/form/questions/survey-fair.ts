import { choice } from '../kinds/choice.ts'

export const surveyFair = choice({
  id: 'survey-fair',
  options: ['yes', 'partly', 'no', 'prefer-not-to-say'],
  record: 'survey.fair',
  optional: true,
})
