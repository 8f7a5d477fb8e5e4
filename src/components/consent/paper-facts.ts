import type { Council } from '../../council/council.ts'

/** What the paper form says of the council. */
export function paperFacts(council: Council, root: string) {
  const { phone, post } = council.contacts.complaints
  return {
    phone,
    post,
    root,
    address: `${new URL(council.site).host}${root}consent/`,
    months: council.consent.monthsAfterClosing,
  }
}
