import { files as asFiles } from '../kinds/files.ts'

/** The most that any council may take: what this one takes is in council.json, and held where files come in. */
const most = 10

export const files = asFiles({ id: 'files', record: 'sent.files', most })
