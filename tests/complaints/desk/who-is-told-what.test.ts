import { describe, expect, it } from 'vitest'
import type { DeskTemplate } from '../../../src/complaints/desk/facts.ts'
import { acting, everyTemplate, isAboutAuthority, letterOf, plainText } from './made-up.ts'

/** Everything that an officer can write at the desk, each by the word that made-up.ts has for it. */
const facts = [
  'Handler',
  'Role',
  'Point',
  'Whose',
  'Answer',
  'Wanted',
  'Investigated',
  'Apology',
  'Found',
  'Remedy',
  'Learned',
  'Action',
  'Owner',
  'Reason',
  'Refusal',
  'Where',
  'Authority',
] as const
type Fact = (typeof facts)[number]

const none: readonly Fact[] = []
/** Who deals with it is how to reach us, and nothing about anybody. */
const who: readonly Fact[] = ['Handler', 'Role']

/**
 * What each letter tells: to somebody who complains for themself or may act (`whole`), and to somebody who acts and of
 * whom nobody has confirmed that they may (`progress`).
 */
const tells: Readonly<Record<DeskTemplate, { whole: readonly Fact[]; progress: readonly Fact[] }>> = {
  acknowledged: { whole: [...who, 'Point', 'Whose', 'Wanted'], progress: who },
  'handler-changed': { whole: who, progress: who },
  extended: { whole: [...who, 'Reason'], progress: who },
  replied: {
    whole: ['Point', 'Answer', 'Investigated', 'Apology', 'Found', 'Remedy', 'Learned', 'Action', 'Owner'],
    progress: none,
  },
  'next-stage': { whole: who, progress: who },
  'not-taken-on': { whole: ['Refusal', 'Where'], progress: none },
  'authority-accepted': { whole: who, progress: none },
  // The reasons in writing, to whoever is refused (the 2009 Regulations, regulation 5), and no more.
  'authority-refused': { whole: ['Authority'], progress: ['Authority'] },
}

const toldIn = (...given: Parameters<typeof letterOf>): readonly Fact[] => {
  const letter = letterOf(...given)
  const text = letter ? plainText(letter, 'en') : ''
  return facts.filter((fact) => text.includes(`${fact}-`))
}
const inOrder = (told: readonly Fact[]) => facts.filter((fact) => told.includes(fact))

describe.each(everyTemplate)('the letter %s', (template) => {
  const { whole, progress } = tells[template]

  if (!isAboutAuthority(template))
    it('tells whoever complains for themself what is theirs to know', () => {
      expect(toldIn(template)).toEqual(inOrder(whole))
    })

  it('tells somebody who may act the same', () => {
    expect(
      toldIn(template, { complaint: { acting: acting('confirmed') }, desk: { may_be_told: true } }),
    ).toEqual(inOrder(whole))
  })

  it.each(['asked', 'claimed', 'awaiting-evidence', 'expired', 'confirmed'])(
    'tells somebody of whom it is not known that they may be told no word of it: %s',
    (state) => {
      expect(
        toldIn(template, { complaint: { acting: acting(state) }, desk: { may_be_told: false } }),
      ).toEqual(inOrder(progress))
    },
  )

  it.each(['refused', 'withdrawn'])('tells somebody who may not act why, and nothing else: %s', (state) => {
    expect(toldIn(template, { complaint: { acting: acting(state) }, desk: { may_be_told: false } })).toEqual(
      template === 'authority-refused' ? ['Authority'] : [],
    )
  })
})

it('says what is held back, and what would bring it', () => {
  for (const template of ['extended', 'replied', 'not-taken-on'] as const) {
    const given = { complaint: { acting: acting('asked') }, desk: { may_be_told: false } }
    const text = plainText(letterOf(template, given)!, 'en')
    expect(text, template).toMatch(/ is private\. We can tell you once we know that we may\./)
    expect(text, template).toContain('We are asking them by email if they agree.')
  }
})

it('calls nothing a reply that tells nothing of what was found', () => {
  const given = { complaint: { acting: acting('asked') }, desk: { may_be_told: false } }
  const text = plainText(letterOf('replied', given)!, 'en')
  expect(text).not.toContain('our full reply')
  expect(text).not.toContain('Stage 2')
})
