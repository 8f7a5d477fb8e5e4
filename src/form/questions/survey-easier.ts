import { longText } from '../kinds/text.ts'

export const surveyEasier = longText({
  id: 'survey-easier',
  max: 5000,
  record: 'survey.easier',
  optional: true,
})
