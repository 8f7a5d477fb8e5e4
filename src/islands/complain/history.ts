import type { Place } from './route.ts'

/** What the browser remembers of a place: that this form led there, and whether from the page to check. */
interface Moment {
  readonly within: true
  readonly returning: boolean
}

/** Makes a place one that the back button returns from. Its name is all that the address tells. */
export const record = (place: Place, returning: boolean): void =>
  history.pushState({ within: true, returning } satisfies Moment, '', `#step-${place}`)

/** The place that the address names, if it names one. */
export const placeInAddress = (): Place | undefined => /^#step-([\w-]+)$/.exec(location.hash)?.[1]

/** True where going back stays inside the form. */
export const isWithin = (): boolean => moment()?.within ?? false

/** True while a person mends one answer from the check page: Continue then leads back there. */
export const returningFromCheck = (): boolean => moment()?.returning ?? false

const moment = (): Moment | null => history.state as Moment | null
