import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { allJourneys } from '../../src/form/all-journeys.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { checkPictures } from '../../src/pictures/check.ts'
import { drawingOf } from '../../src/pictures/draw.ts'
import { stylesForPictures } from '../../src/pictures/form-styles.ts'
import { pictureAt, pictures } from '../../src/pictures/pictures.ts'
import { easyPages } from '../words/easy-read-pages.ts'

const pictured = {
  questions: allJourneys.flatMap(questionsOf),
  services: council.services.map(({ id }) => id),
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-pictures-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the build says of content/pictures.json with one thing changed. */
function told(change: (copy: typeof pictures) => void): string[] {
  const copy = structuredClone(pictures)
  change(copy)
  writeFileSync(join(folder, 'pictures.json'), JSON.stringify(copy))
  return checkPictures(pictured, folder)
}

describe('content/pictures.json', () => {
  it('names only what is there', () => {
    expect(checkPictures(pictured)).toEqual([])
  })

  it('is told where an idea names a symbol that the set has not', () => {
    expect(told(({ ideas }) => (ideas['letter'] = { symbol: '1FFFF', shows: 'nothing' }))).toEqual([
      'content/pictures.json: ideas.letter names 1FFFF, which openmoji has not. Choose one that it has.',
    ])
  })

  it('is told where a question names a picture that is not under ideas', () => {
    expect(told(({ questions }) => (questions['email'] = { picture: 'mail' }))).toEqual([
      'content/pictures.json: questions.email.picture names “mail”, which is not under ideas. Add it there.',
    ])
  })

  it('is told of a question, an answer or a service that is gone', () => {
    const lines = told(({ questions, services }) => {
      questions['shoe-size'] = { picture: 'name' }
      questions['kind'] = { picture: 'talk', options: { riddle: 'talk' } }
      services['dragons'] = 'danger'
    })
    expect(lines).toEqual(
      ['services.dragons', 'questions.kind.options.riddle', 'questions.shoe-size'].map(
        (key) => `content/pictures.json: ${key} is not there any more. Take it out, or correct its name.`,
      ),
    )
  })

  it('is told to look again where another version of the set is installed', () => {
    expect(told(({ set }) => (set.version = '1.0.0'))).toEqual([
      expect.stringContaining('set.version is 1.0.0, but'),
    ])
  })

  it('is told what is missing in its form, by key', () => {
    expect(told(({ ideas }) => Object.assign(ideas, { letter: { symbol: '2709' } })).join()).toContain(
      'ideas.letter.shows',
    )
  })

  it('has a picture for each question and each service', () => {
    expect(pictured.services.filter((id) => !(id in pictures.services))).toEqual([])
    expect(pictured.questions.map(({ id }) => id).filter((id) => !(id in pictures.questions))).toEqual([])
  })

  it('has no idea that nothing shows', () => {
    const used = new Set([
      ...easyPages.flatMap(({ rows }) => rows.map(({ picture }) => picture)),
      ...Object.values(pictures.services),
      ...Object.values(pictures.afterSending),
      ...Object.values(pictures.questions).flatMap(({ picture, options = {} }) => [
        picture,
        ...Object.values(options),
      ]),
      // The components of src/components/easy-read.
      ...['emergency', 'adult', 'child', 'night', 'young-person', 'think', 'carer', 'advocate'],
    ])
    expect(Object.keys(pictures.ideas).filter((idea) => !used.has(idea))).toEqual([])
  })
})

describe('a picture', () => {
  it.each(Object.entries(pictures.ideas))('%s is whole, runs nothing and asks for nothing', (_, idea) => {
    const svg = drawingOf(pictures.set.name, idea)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[\d .]+"><.*<\/svg>\n$/s)
    expect(svg.match(/<svg\b/g)).toHaveLength(idea.beside ? 3 : 1)
    expect(svg).not.toMatch(/<script|<style|<text|<image|href=|url\(|\son\w+=|\sid=/)
    expect(svg.length).toBeLessThan(20_000)
  })

  it('has an address that changes with all that it is made from', () => {
    const before = pictureAt('complaint')
    const changed = (change: (copy: typeof pictures) => void) => {
      const copy = structuredClone(pictures)
      change(copy)
      return pictureAt('complaint', copy)
    }
    const others = [
      changed(({ set }) => (set.version = '99.0.0')),
      changed(({ ideas }) => Object.assign(ideas, { complaint: { ...ideas['complaint'], symbol: '2709' } })),
      changed(({ ideas }) => Object.assign(ideas, { complaint: { ...ideas['complaint'], beside: '2709' } })),
    ]
    expect(new Set([before, ...others]).size).toBe(4)
  })

  it('that is not there stops the page that names it', () => {
    expect(() => pictureAt('unicorn')).toThrow('names the picture "unicorn"')
  })
})

it('the pictures of a form are styles for its own questions and answers, and none other', () => {
  for (const journey of allJourneys) {
    const ids = questionsOf(journey).map(({ id }) => id)
    const styled = [...stylesForPictures(journey).matchAll(/#q-([a-z-]+)/g)].map(([, id]) => id)
    expect(new Set(styled)).toEqual(new Set(ids))
  }
})
