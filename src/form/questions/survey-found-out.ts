import { choice } from '../kinds/choice.ts'

export const surveyFoundOut = choice({
  id: 'survey-found-out',
  options: ['yes', 'partly', 'no', 'prefer-not-to-say'],
  record: 'survey.found_out',
  optional: true,
})
