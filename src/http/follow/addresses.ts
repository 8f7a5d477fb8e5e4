import { closeGrant } from '../../complaints/follow/grant.ts'
import type { Portal } from '../../complaints/ports.ts'
import { follow } from '../../form/journeys/follow.ts'
import type { FormPlace } from '../receive-form.ts'

/** Where a complaint is opened by its reference and code. */
export const followPlace: FormPlace = { journey: follow, action: '/api/follow', page: 'follow/' }

/** The field, and the part of an address, that carries a grant. */
export const grantField = 'grant'

/** The page of one complaint, for an hour: the address holds its key's id, sealed, and nothing else. */
export const openedAt = (grant: string): string => `/follow/open/?t=${grant}`

export const openedAddress = async (key: string, portal: Portal): Promise<string> =>
  openedAt(await closeGrant(key, portal))
