import { procedureOf, type Council } from '../../council/council.ts'
import { londonDay } from '../../council/working-days.ts'
import type { Exchange } from '../../form/outputs/transcript.ts'
import { acknowledgedAtOnce, firstStage } from '../outlook.ts'
import type { OpenedReport, Turn } from './ports.ts'

interface Asked {
  readonly report: Pick<OpenedReport, 'service' | 'reply_route' | 'role'>
  readonly askedAt: Date
  /** What they say they are unhappy about, as a question and its answer; null where they say nothing. */
  readonly unhappyAbout: Exchange | null
  readonly council: Council
}

/**
 * What makes a report a complaint at stage 1. Its clock starts on the day it is asked for, and not when the
 * problem was first reported: until then there was nothing to be late with (DOMAIN 2.2). Pure.
 */
export function asComplaint({ report, askedAt, unhappyAbout, council }: Asked): Turn {
  const procedure = procedureOf(report.service, council)
  const route = report.reply_route
  const stage = firstStage({ kind: 'complaint', route, procedure, receivedOn: londonDay(askedAt) })
  if (!stage) throw new Error(`${procedure.id} has no stage to begin with.`)
  const letter = acknowledgedAtOnce(procedure, 'email') ? 'acknowledgement' : 'receipt'
  return {
    received_at: askedAt.toISOString(),
    procedure: procedure.id,
    stage,
    reasons: unhappyAbout?.answer.join('\n') ?? null,
    exchange: unhappyAbout,
    messages: [
      ...(route === 'email' ? [{ template: letter, recipient: report.role } as const] : []),
      { template: 'became-a-complaint', recipient: 'complaints-team' },
    ],
  }
}
