import { consent } from '../../form/journeys/consent.ts'
import { withdrawConsent } from '../../form/journeys/withdraw-consent.ts'
import type { FormPlace } from '../receive-form.ts'

/** Where the question stands, and where its answer goes. */
export const consentPlace: FormPlace = { journey: consent, action: '/api/consents', page: 'consent/' }

/** Where a yes is taken back. */
export const withdrawPlace: FormPlace = {
  journey: withdrawConsent,
  action: '/api/consents/withdraw',
  page: 'consent/',
}
