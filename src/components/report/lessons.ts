import { readFileSync } from 'node:fs'
import type { Learning, Lesson } from '../../you-said-we-did/learning.ts'

const { lessons } = JSON.parse(readFileSync('content/learning.json', 'utf8')) as Learning

/** A lesson of content/learning.json, which the build has checked. Throws for one that is not there. */
export function lessonOf(id: string): Lesson {
  const lesson = lessons.find((each) => each.id === id)
  if (!lesson) throw new Error(`content/learning.json has no lesson ${JSON.stringify(id)}.`)
  return lesson
}
