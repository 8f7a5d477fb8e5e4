import type { ComponentChildren } from 'preact'
import type { SummaryRow } from '../govuk/summary-list.tsx'

/** A row of facts, or none where there is nothing to say. */
export const fact = (key: string, value: ComponentChildren): SummaryRow | null =>
  value ? { key, value } : null
