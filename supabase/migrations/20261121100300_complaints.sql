-- One row for each complaint, compliment or comment: what it is about, and the words it came in.
-- The fields follow the core record of the source procedures; dates of a stage are in heard.stages.
create table heard.complaints (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid not null,
  reference text not null,
  kind text not null,
  service text,
  theme text,
  procedure text,
  channel text not null,
  language text not null,
  form_version text not null,
  received_at timestamptz not null,
  received_on date not null,
  happened_on text,
  late_reason text,
  location text,
  provider text,
  summary text not null,
  desired_outcome text,
  told_before text,
  told_before_details text,
  service_request text,
  discrimination_flag text,
  discrimination_details text,
  safeguarding_flag text,
  acceptance text,
  refusal_reason text,
  ombudsman text,
  ombudsman_outcome text,
  answers jsonb not null,
  transcript jsonb not null,
  closed_at timestamptz,

  constraint one_complaint_for_each_submission unique (submission_id),
  constraint one_complaint_for_each_reference unique (reference),
  -- Nine characters in threes, from those that neither ear nor eye takes for another: src/complaints/reference.ts.
  constraint reference_is_sayable check (
    reference ~ '^[256789CFHJKMPRTWX]{3}-[256789CFHJKMPRTWX]{3}-[256789CFHJKMPRTWX]{3}$'
  ),
  constraint kind_is_known check (kind in ('complaint', 'compliment', 'comment')),
  constraint only_complaints_have_a_procedure check (procedure is null or kind = 'complaint'),
  constraint service_is_an_id check (service ~ '^[a-z0-9-]{1,60}$'),
  constraint theme_is_an_id check (theme ~ '^[a-z0-9-]{1,60}$'),
  constraint procedure_is_an_id check (procedure ~ '^[a-z0-9-]{1,60}$'),
  constraint channel_is_an_id check (channel ~ '^[a-z0-9-]{1,60}$'),
  constraint ombudsman_is_an_id check (ombudsman ~ '^[a-z0-9-]{1,60}$'),
  constraint language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint form_version_is_short check (form_version ~ '^[A-Za-z0-9._-]{1,64}$'),
  constraint received_on_is_not_later_than_received_at check (
    received_on <= (received_at at time zone 'Europe/London')::date
  ),
  constraint happened_on_is_a_date_or_part_of_one check (happened_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  constraint told_before_is_an_answer check (told_before in ('yes', 'no', 'not-sure')),
  constraint discrimination_flag_is_an_answer check (discrimination_flag in ('yes', 'no', 'not-sure')),
  constraint safeguarding_flag_is_an_answer check (safeguarding_flag in ('yes', 'no', 'not-sure')),
  constraint acceptance_is_known check (acceptance in ('accepted', 'refused')),
  -- The Ombudsman's Code: a council that does not accept a complaint explains why.
  constraint a_refusal_has_a_reason check ((acceptance is not distinct from 'refused') = (refusal_reason is not null)),
  constraint summary_is_bounded check (char_length(summary) between 1 and 20000),
  constraint desired_outcome_is_bounded check (char_length(desired_outcome) <= 5000),
  constraint late_reason_is_bounded check (char_length(late_reason) <= 5000),
  constraint told_before_details_is_bounded check (char_length(told_before_details) <= 5000),
  constraint discrimination_details_is_bounded check (char_length(discrimination_details) <= 5000),
  constraint refusal_reason_is_bounded check (char_length(refusal_reason) <= 5000),
  constraint ombudsman_outcome_is_bounded check (char_length(ombudsman_outcome) <= 5000),
  constraint location_is_bounded check (char_length(location) <= 500),
  constraint provider_is_bounded check (char_length(provider) <= 500),
  constraint service_request_is_bounded check (char_length(service_request) <= 100),
  constraint answers_are_an_object check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 500000),
  constraint transcript_is_a_list check (
    jsonb_typeof(transcript) = 'array' and octet_length(transcript::text) <= 500000
  )
);

-- No policy: the owner's functions are the only way in.
alter table heard.complaints enable row level security;

comment on table heard.complaints is 'One row for each complaint, compliment or comment.';
comment on column heard.complaints.id is 'Names the row inside the database; never shown.';
comment on column heard.complaints.submission_id is 'Random, made by the form: the same one sent twice is one complaint.';
comment on column heard.complaints.reference is 'What the person is given to quote.';
comment on column heard.complaints.kind is 'complaint, compliment or comment.';
comment on column heard.complaints.service is 'Id of the service in council.json that it is about.';
comment on column heard.complaints.theme is 'Id of the type or theme that the team gives it, for reports.';
comment on column heard.complaints.procedure is 'Id of the procedure in council.json; null for what has no procedure.';
comment on column heard.complaints.channel is 'How it came: an id such as web, phone or post.';
comment on column heard.complaints.language is 'BCP 47 tag of the edition it was written in.';
comment on column heard.complaints.form_version is 'Which version of the form asked the questions.';
comment on column heard.complaints.received_at is 'The moment the form was sent.';
comment on column heard.complaints.received_on is 'Day 0 of the clocks, in Europe/London; earlier than received_at for a letter recorded later.';
comment on column heard.complaints.happened_on is 'When it happened, as nearly as known: YYYY, YYYY-MM or YYYY-MM-DD.';
comment on column heard.complaints.late_reason is 'Why it is told only after 12 months.';
comment on column heard.complaints.location is 'Where it happened, in the person''s words.';
comment on column heard.complaints.provider is 'Provider or contractor it concerns, where there is one.';
comment on column heard.complaints.summary is 'What happened, in the person''s words.';
comment on column heard.complaints.desired_outcome is 'What would put it right, in the person''s words.';
comment on column heard.complaints.told_before is 'Whether the council had been told before: yes, no or not-sure.';
comment on column heard.complaints.told_before_details is 'Whom they told, when, and what came of it.';
comment on column heard.complaints.service_request is 'Reference of the request for service that it grew from.';
comment on column heard.complaints.discrimination_flag is 'Whether it is about discrimination: yes, no or not-sure. Watched over apart.';
comment on column heard.complaints.discrimination_details is 'What they say of the discrimination.';
comment on column heard.complaints.safeguarding_flag is 'Whether someone is at risk of harm: yes, no or not-sure.';
comment on column heard.complaints.acceptance is 'accepted or refused, once decided.';
comment on column heard.complaints.refusal_reason is 'Why it was refused.';
comment on column heard.complaints.ombudsman is 'Id of the ombudsman it went to, if any.';
comment on column heard.complaints.ombudsman_outcome is 'What the ombudsman decided.';
comment on column heard.complaints.answers is 'Every answer by its question''s id, as validated.';
comment on column heard.complaints.transcript is 'Questions and answers as they were read and written, in their order.';
comment on column heard.complaints.closed_at is 'When it was closed.';

select heard.close_doors();
