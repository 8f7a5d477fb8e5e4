import type { DatabaseRecord } from '../form/outputs/database-record.ts'
import type { Kind } from './ports.ts'

/** What a submission is recorded as: a first report that is to be put right is a request for service. */
export const kindOf = ({ complaint, handling }: Pick<DatabaseRecord, 'complaint' | 'handling'>): Kind =>
  handling?.['first_report'] === 'put-right' ? 'service-request' : (complaint['kind'] as Kind)
