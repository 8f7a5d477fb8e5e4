import { choice } from '../kinds/choice.ts'

/** The service it is about: it chooses the procedure, and with it the clock. */
export const service = choice({ id: 'service', options: 'services', record: 'complaint.service' })
