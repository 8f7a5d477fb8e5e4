import { describe, expect, it } from 'vitest'
import { EnvironmentIncomplete, readEnvironment } from '../../src/adapters/environment.ts'

const whole = {
  SUPABASE_URL: 'https://record.example.org',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_key',
  PORTAL_TOKEN: 'token',
  MAILER_TOKEN: 'token',
  RESEND_API_KEY: 're_key',
  MAIL_FROM: 'Complaints <complaints@example.org>',
  HEARD_SECRET: 'a'.repeat(43),
}

function refusalOf(from: Record<string, string | undefined>): string {
  try {
    readEnvironment(from)
  } catch (error) {
    if (error instanceof EnvironmentIncomplete) return error.message
    throw error
  }
  throw new Error('It was taken, and should have been refused.')
}

describe('the environment', () => {
  it('is read as it is where nothing lacks, and no more is taken from it', () => {
    expect(readEnvironment({ ...whole, PATH: '/usr/bin' })).toEqual(whole)
    const local = { ...whole, RESEND_BASE_URL: 'http://127.0.0.1:1234' }
    expect(readEnvironment(local)).toEqual(local)
  })

  it.each(Object.keys(whole))('without %s is refused by its name alone', (name) => {
    for (const value of [undefined, '']) {
      const said = refusalOf({ ...whole, [name]: value })
      expect(said).toBe(
        `The environment lacks: ${name} (missing). README.md, "Deploy", says how to set each.`,
      )
    }
  })

  it.each([
    ['SUPABASE_URL', 'record.example.org'],
    ['SUPABASE_URL', 'file:///etc/passwd'],
    ['RESEND_BASE_URL', 'mailto:mail@example.org'],
    ['HEARD_SECRET', 'a'.repeat(42)],
    ['HEARD_SECRET', `${'a'.repeat(43)} `],
  ])('with a wrong %s is refused by its name, and the value is not repeated', (name, value) => {
    const said = refusalOf({ ...whole, [name]: value })
    expect(said).toContain(`lacks: ${name} (not in the right form).`)
    expect(said).not.toContain(value.trim())
  })

  it('names all that lacks at once', () => {
    const said = refusalOf({})
    for (const name of Object.keys(whole)) expect(said).toContain(`${name} (missing)`)
    expect(said).not.toContain('RESEND_BASE_URL')
  })
})
