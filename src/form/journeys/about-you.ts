import type { Journey } from '../journey.ts'
import { wantToAnswer } from '../questions/want-to-answer.ts'

/**
 * Questions about the person, asked apart from everything else. The gate stands here; what comes after it is the
 * council's own (council.json, equality), which src/complaints/equality/questions.ts adds.
 */
export const aboutYou: Journey = {
  id: 'about-you',
  steps: [{ id: 'want-to-answer', questions: [wantToAnswer] }],
}
