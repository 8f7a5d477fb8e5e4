import type { Desk } from '../../complaints/desk/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { oneLine } from '../../form/clean.ts'
import type { Wording } from '../../form/wording.ts'
import { westernDigits } from '../../form/kinds/partial-date.ts'
import { logFailure } from '../log-failure.ts'
import type { AfterAnswer } from '../receive-form.ts'
import { tooManyTries } from '../too-many-tries.ts'
import type { DeskPages } from './desk-pages.tsx'
import { showLists } from './go-to.tsx'

interface SigningIn {
  readonly go: string
  readonly said: (name: string) => string | undefined
  readonly portal: Portal
  readonly desk: Desk
  readonly wording: Wording
  readonly pages: DeskPages
  readonly after: AfterAnswer
}

const address = /^[^\s@]{1,64}@[^\s@]{1,189}$/

/**
 * Signs somebody in: `send-code` (and `another-code`) with their address, then `sign-in` with the code.
 *
 * The answer to an address is the same whoever it belongs to, and comes as soon: the code is sent after it.
 */
export async function signingIn(asked: SigningIn): Promise<Response> {
  const { go, said, desk, pages, after } = asked
  const email = oneLine(said('email') ?? '').toLowerCase()
  if (go !== 'send-code' && go !== 'another-code' && go !== 'sign-in') return pages.signIn()
  if (!address.test(email)) return pages.signIn({ error: 'email-required', email: said('email') ?? '' })
  try {
    if (go !== 'sign-in') {
      await desk.signIn.count(`code:${email}`)
      after(desk.signIn.sendCode(email).catch(logFailure))
      return pages.code(email)
    }
    const code = westernDigits(said('code') ?? '').replace(/\D/g, '')
    if (!code) return pages.code(email, 'code-required')
    await desk.signIn.count(`try:${email}`)
    const token = await desk.signIn.verify(email, code)
    return token ? await begin(token, asked) : pages.code(email, 'wrong-code')
  } catch (error) {
    if (tooManyTries(error)) return pages.code(email, 'too-many-tries', 429)
    throw error
  }
}

async function begin(token: string, asked: SigningIn): Promise<Response> {
  const { name } = await asked.desk.as(token).begin()
  return showLists({ ...asked, posted: [], session: { token, name, began: asked.portal.now().getTime() } })
}
