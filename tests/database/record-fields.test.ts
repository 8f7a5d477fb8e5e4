import { expect, it } from 'vitest'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/**
 * Where each core field of a complaints record is kept (DOMAIN 1.5; the source procedures and the Ombudsman's
 * Code).
 */
const places: Record<string, string[]> = {
  reference: ['complaints.reference'],
  summary: ['complaints.summary'],
  complainant_name: ['people.name'],
  contact_details: ['people.email', 'people.phone', 'people.postal_address'],
  location: ['complaints.location'],
  type_theme: ['complaints.kind', 'complaints.theme'],
  date_received: ['complaints.received_on', 'complaints.received_at'],
  date_acknowledged: ['stages.acknowledged_on'],
  investigator_name: ['stages.investigator'],
  date_due: ['stages.respond_by', 'stages.acknowledge_by'],
  date_sent: ['stages.responded_on'],
  escalation_details: [
    'stages.number',
    'stages.requested_on',
    'stages.request_reasons',
    'stages.referred_to',
  ],
  decision_outcome: ['stages.decision'],
  outcome_description: ['stages.outcome_description'],
  learning: ['stages.learning'],
  actions: ['stages.actions'],
  date_closed: ['complaints.closed_at'],
  procedure: ['complaints.procedure'],
  stage: ['stages.stage'],
  service_area: ['complaints.service'],
  provider_or_contractor: ['complaints.provider'],
  desired_outcome: ['complaints.desired_outcome'],
  preferred_contact: ['people.reply_route', 'people.safe_times'],
  adjustments: ['people.adjustments', 'people.adjustments_details', 'people.interpreter_language'],
  adjustments_review_date: ['people.adjustments_review_on'],
  representative: [
    'people.role',
    'people.relationship',
    'people.organisation',
    'authorities.rule',
    'authorities.evidence',
  ],
  consent_status: [
    'consents.asked_at',
    'consents.confirmed_at',
    'consents.refused_at',
    'consents.withdrawn_at',
  ],
  discrimination_flag: ['complaints.discrimination_flag', 'complaints.discrimination_details'],
  safeguarding_flag: ['complaints.safeguarding_flag'],
  linked_service_request: ['complaints.service_request'],
  acceptance_decision: ['complaints.acceptance'],
  refusal_reason: ['complaints.refusal_reason'],
  extension_reason: ['stages.extension_reason'],
  extended_due_date: ['stages.extended_to'],
  ombudsman: ['complaints.ombudsman'],
  ombudsman_outcome: ['complaints.ombudsman_outcome'],
  remedy: ['stages.remedy'],
  remedy_due: ['stages.remedy_by'],
  remedy_done: ['stages.remedied_on'],
  channel: ['complaints.channel'],
  language: ['complaints.language', 'people.language'],
  format: ['people.adjustments'],
}

onEveryDatabase('the record', (db) => {
  it.each(Object.entries(places))('has a place for %s', async (_field, columns) => {
    const kept = await db().query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'heard'`,
    )
    expect(kept.map(({ place }) => place)).toEqual(expect.arrayContaining(columns))
  })

  it.each<[string, string]>([
    ['an_extension_has_a_reason', `update heard.stages set extended_to = respond_by + 10`],
    [
      'an_extension_is_later',
      `update heard.stages set extended_to = respond_by, extension_reason = 'Waiting for a report.'`,
    ],
    ['a_refusal_has_a_reason', `update heard.complaints set acceptance = 'refused'`],
    ['decision_is_known', `update heard.stages set decision = 'maybe'`],
    [
      'one_complainant_for_each_complaint',
      `insert into heard.people (complaint_id, role, language) select complaint_id, role, language from heard.people`,
    ],
    [
      'a_stage_comes_once',
      `insert into heard.stages (complaint_id, number, stage, requested_on, acknowledge_by) select complaint_id, 2, stage, requested_on, acknowledge_by from heard.stages`,
    ],
  ])('keeps the rule %s', async (rule, statement) => {
    await submit(db(), aSubmission())
    const { code, message } = await refusalOf(db().query(statement))
    expect(code).toMatch(/^23/)
    expect(message).toContain(rule)
  })
})
