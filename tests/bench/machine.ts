import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Row } from './table.ts'

/** What everything was measured on. */
export const machine = (): Row[] => [
  { what: 'Processor', value: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores` },
  { what: 'Memory', value: `${Math.round(totalmem() / 2 ** 30)} GB` },
  { what: 'Node', value: process.version },
]
