import { firstStageOf } from '../../council/council.ts'
import { whileActing } from './acting.ts'
import { advocates, ombudsmanAfter } from './rights-and-help.ts'
import type { Block, Letter } from './letter.ts'
import {
  becomingFor,
  followingFor,
  needsOf,
  outlookOf,
  procedureIn,
  said,
  written,
  type Writing,
} from './facts.ts'

/**
 * What the person gets at once: an acknowledgement, a receipt that promises one, a receipt of a report, or thanks.
 *
 * It says what an acknowledgement must (DOMAIN 1.5 and 2.3): the reference, when it came, what was said and
 * what would put it right, the stage, who deals with it and by when, how to add or correct, their needs, help,
 * and the Ombudsman.
 */
export function letterToPerson(
  template: 'acknowledgement' | 'receipt' | 'report-receipt' | 'thanks',
  writing: Writing,
): Letter {
  const { complaint, council, wording, site } = writing
  const { t } = wording
  const { reference, person } = complaint
  const needs = needsOf(writing)
  return {
    subject: t(`letters.${template}.subject`, { reference }),
    blocks: [
      ...(person.name ? [{ paragraph: t('letters.hello', { name: person.name }) }] : []),
      { paragraph: t(`letters.${template}.lead`) },
      { facts: facts(writing) },
      { heading: t('letters.next') },
      ...whatHappensNext(template, writing),
      ...(template === 'thanks' ? [] : [{ paragraph: t('letters.no-harm') }]),
      ...whileActing(writing),
      { heading: t('letters.what-you-told-us') },
      { paragraph: t(`letters.${template}.play-back`) },
      { exchanges: complaint.transcript },
      { heading: t('letters.add') },
      ...following(writing),
      { paragraph: t('letters.add-how', { phone: council.contacts.complaints.phone }) },
      ...(complaint.kind === 'complaint'
        ? [{ paragraph: t('letters.add-online', { address: `${site}/add/` }) }]
        : []),
      ...becoming(writing),
      ...(needs ? [{ heading: t('letters.needs') }, { paragraph: t('letters.needs-noted', { needs }) }] : []),
      ...(template === 'thanks' ? [] : [...advocates(writing), ...ombudsmanAfter(writing)]),
      { heading: t('letters.contact') },
      { paragraph: contact(writing) },
      {
        paragraph: t('letters.sign-off', {
          team: said(writing, council.contacts.complaints.team),
          council: said(writing, council.name),
        }),
      },
    ],
  }
}

/** How to follow it and add to it: by the link, or by the reference and the code. */
function following(writing: Writing): Block[] {
  const { t } = writing.wording
  const opened = followingFor(writing.complaint.person.role, writing)
  if (!opened) return []
  return [
    { paragraph: t('letters.follow') },
    {
      facts: [
        [t('letters.follow-code'), opened.code],
        [t('letters.follow-link'), opened.link],
      ],
    },
  ]
}

/** How to make it a complaint, of what was not sent as one: the choice is always there (DOMAIN 12.2). */
function becoming(writing: Writing): Block[] {
  const { t } = writing.wording
  const opened = becomingFor(writing.complaint.person.role, writing)
  if (!opened) return []
  const which = writing.complaint.kind === 'service-request' ? 'report' : 'comment'
  return [
    { heading: t(`letters.becoming.${which}.title`) },
    { paragraph: t(`letters.becoming.${which}.lead`) },
    {
      facts: [
        [t('letters.follow-code'), opened.code],
        [t('letters.follow-link'), opened.link],
      ],
    },
  ]
}

function facts(writing: Writing): readonly (readonly [string, string])[] {
  const { complaint, wording } = writing
  return [
    [wording.t('letters.reference-label'), complaint.reference],
    [wording.t('letters.received'), written(writing, complaint.received_on)],
    [wording.t('letters.service'), wording.serviceName(complaint.service)],
  ]
}

function whatHappensNext(template: string, writing: Writing): Block[] {
  const { t } = writing.wording
  const procedure = procedureIn(writing)
  const promised = outlookOf(writing)
  if (promised.is === 'report') return [{ paragraph: t('letters.report-receipt.next') }]
  if (promised.is === 'thanks' || promised.is === 'no-reply') return [{ paragraph: t('letters.thanks.next') }]
  // A procedure that council.json no longer has leaves only the days, which are in the record.
  const first = procedure && firstStageOf(procedure)
  // Only an acknowledgement may say that it is one, however many days there are to promise.
  const lead = promised.is === 'one-date' && template === 'receipt' ? 'two-dates' : promised.is
  const by = 'acknowledgeBy' in promised ? promised.acknowledgeBy : null
  const sentences = [
    ...(first
      ? [
          t(`letters.outlook.${lead}.lead`, {
            stage: said(writing, first.name),
            decider: said(writing, first.decidedBy),
          }),
        ]
      : []),
    ...(by ? [t(`letters.outlook.${promised.is}.acknowledge`, { acknowledgeBy: written(writing, by) })] : []),
    ...('respondBy' in promised
      ? [t(`letters.outlook.${promised.is}.date`, { respondBy: written(writing, promised.respondBy) })]
      : []),
    ...(first?.extension && 'respondBy' in promised ? [t('letters.outlook.extension')] : []),
  ]
  return sentences.map((paragraph) => ({ paragraph }))
}

function contact({ council, wording }: Writing): string {
  const { phone, textRelay, email } = council.contacts.complaints
  return wording.t('letters.contact-lines', { phone, relay: textRelay, email })
}
