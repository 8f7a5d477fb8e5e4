import { byCode, codeError, type Given } from '../complaints/by-code.ts'
import { outlook } from '../complaints/outlook.ts'
import type { Portal } from '../complaints/ports.ts'
import { asComplaint } from '../complaints/reports/as-complaint.ts'
import type { OpenedReport, Turned } from '../complaints/reports/ports.ts'
import { sendMail } from '../complaints/send-mail.ts'
import { atRisk } from '../complaints/submit.ts'
import { ButtonLink } from '../components/govuk/button-link.tsx'
import { procedureOf } from '../council/council.ts'
import { londonDay } from '../council/working-days.ts'
import { makeItAComplaint } from '../form/journeys/make-it-a-complaint.ts'
import { transcript } from '../form/outputs/transcript.ts'
import { textOf } from '../form/question.ts'
import type { FieldError } from '../form/validate.ts'
import { dayInWords } from '../words/dates.ts'
import { seeOther } from './answer.ts'
import type { Edition } from './edition.ts'
import { letterLink } from './letter-link.ts'
import { logFailure } from './log-failure.ts'
import type { AfterAnswer, FormPlace } from './receive-form.ts'
import { codeOf, sealedAddress } from './sent-address.ts'
import { sendingWith } from './sending.ts'
import { inItsPage, receiveShortForm, shortForm, type SentShort, type ShortPlace } from './short-form.tsx'
import { editionFor } from './edition.ts'
import { tooManyTries } from './too-many-tries.ts'

/** Where the form stands that makes a report a complaint. */
export const becomingPlace: FormPlace = {
  journey: makeItAComplaint,
  action: '/api/make-it-a-complaint',
  page: 'make-it-a-complaint/',
}

/** Answers the link of a report's letter: says what it is about, and asks. Opening it changes nothing. */
export async function openBecoming(request: Request, portal: Portal): Promise<Response> {
  const address = new URL(request.url)
  const way = letterLink('becoming', portal)
  const on = await way.leadsTo(address)
  if (on) return seeOther(on)
  const link = await way.behind(address)
  const report = link === null ? null : await portal.reports.open({ link_proof: portal.keys.proof(link) })
  const edition = editionFor(report?.language, portal)
  if (link === null || !report) return gone(portal, edition)
  if (report.kind === 'complaint') return already(portal, edition, report)
  return shortForm(portal, edition, opened(await way.carry(link), report, edition), {})
}

/** Answers `/api/make-it-a-complaint`: makes a report a complaint, once, and sends its letters after the answer. */
export const receiveBecoming = (request: Request, portal: Portal, after: AfterAnswer): Promise<Response> =>
  receiveShortForm(request, portal, becomingPlace, async (said, edition) => {
    const sealed = said('t')
    if (sealed === undefined) return { ...becomingPlace, keep: (sent) => keepByCode(sent, portal, after) }

    const link = await letterLink('becoming', portal).carried(sealed)
    if (link === null) return gone(portal, edition)
    const given = { link_proof: portal.keys.proof(link) }
    const report = await portal.reports.open(given)
    if (!report) return gone(portal, edition)
    const keep = (sent: SentShort) => keepBy(given, sent, portal, after)
    return { ...opened({ t: sealed }, report, edition), keep }
  })

async function keepByCode(sent: SentShort, portal: Portal, after: AfterAnswer) {
  const given = byCode(textOf(sent.fields, 'reference'), textOf(sent.fields, 'code'), portal.keys)
  return 'misread' in given ? given.misread : keepBy(given, sent, portal, after)
}

async function keepBy(
  given: Given,
  { outcome, edition }: SentShort,
  portal: Portal,
  after: AfterAnswer,
): Promise<Response | readonly FieldError[]> {
  try {
    const report = await portal.reports.open(given)
    if (!report) return [codeError('does-not-open')]
    const said = outcome.answers.filter(({ question }) => question.id === 'unhappy-about')
    const [unhappyAbout = null] = transcript(said, edition.wording)
    const asked = { report, askedAt: portal.now(), unhappyAbout, council: portal.council }
    const turned = await portal.reports.treatAsComplaint(given, asComplaint(asked))
    if (!turned) return [codeError('does-not-open')]
    after(sendMail(sendingWith(portal), turned.submission_id).catch(logFailure))
    return seeOther(await addressAfter(report, turned, edition, portal))
  } catch (error) {
    if (tooManyTries(error)) return [codeError('too-many-tries')]
    throw error
  }
}

/** The page after sending, as for any other complaint. */
function addressAfter(
  report: OpenedReport,
  turned: Turned,
  edition: Edition,
  portal: Portal,
): Promise<string> {
  const procedure = procedureOf(report.service, portal.council)
  const route = report.reply_route
  return sealedAddress(
    {
      language: edition.wording.language,
      procedure: procedure.id,
      reference: turned.reference,
      code: codeOf(turned, portal),
      kind: 'complaint',
      route,
      outlook: outlook({ kind: 'complaint', route, procedure }, turned),
      sameAnswers: true,
      atRisk: atRisk(report.safeguarding_flag),
    },
    portal,
  )
}

/** The form as a link opens it: it says which report it is about, and asks for no code. */
function opened(carried: { readonly t: string }, report: OpenedReport, { wording }: Edition): ShortPlace {
  const { t } = wording
  const day = dayInWords(londonDay(new Date(report.received_at)), wording.language)
  const about = { reference: report.reference, service: wording.serviceName(report.service), day }
  const which = report.kind === 'comment' ? 'comment' : 'service-request'
  return {
    ...becomingPlace,
    journey: { ...makeItAComplaint, steps: makeItAComplaint.steps.slice(1) },
    carried,
    above: (
      <>
        <p>{t(`make-it-a-complaint.yours.${which}`, about)}</p>
        <p>{t('make-it-a-complaint.work-goes-on')}</p>
      </>
    ),
  }
}

function already(portal: Portal, edition: Edition, { reference }: OpenedReport): Response {
  const { t } = edition.wording
  const main = (
    <>
      <h1>{t('make-it-a-complaint.already.title')}</h1>
      <p>{t('make-it-a-complaint.already.lead', { reference })}</p>
      <p>{t('form.problem.ring', { phone: edition.facts.intro.phone })}</p>
    </>
  )
  return inItsPage(portal, edition, becomingPlace, t('make-it-a-complaint.already.title'), main, 200)
}

function gone(portal: Portal, edition: Edition): Response {
  const { t } = edition.wording
  const main = (
    <>
      <h1>{t('make-it-a-complaint.gone.title')}</h1>
      <p>{t('make-it-a-complaint.gone.lead')}</p>
      <p>{t('form.problem.ring', { phone: edition.facts.intro.phone })}</p>
      <ButtonLink href={`${edition.root}${becomingPlace.page}`}>
        {t('make-it-a-complaint.gone.go-on')}
      </ButtonLink>
    </>
  )
  return inItsPage(portal, edition, becomingPlace, t('make-it-a-complaint.gone.title'), main, 410)
}
