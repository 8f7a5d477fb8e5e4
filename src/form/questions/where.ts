import { shortText } from '../kinds/text.ts'

export const where = shortText({ id: 'where', max: 500, optional: true, record: 'complaint.location' })
