-- What comes after a complaint: more to say, something put right, a change of address or of needs, a request for
-- review. Without a code it is taken all the same: nobody looks the reference up, and it waits for the team to
-- match it. So nothing that a stranger sends can tell whether a reference exists.
create table heard.additions (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid not null,
  complaint_id uuid references heard.complaints on delete cascade,
  person_id uuid references heard.people on delete set null,
  verified boolean not null,
  kind text not null,
  reference text,
  sender_name text,
  sender_email text,
  stage_number smallint,
  changed_from jsonb,
  language text not null,
  form_version text not null,
  received_at timestamptz not null,
  received_on date not null,
  answers jsonb not null,
  transcript jsonb not null,

  constraint one_addition_for_each_submission unique (submission_id),
  constraint what_is_verified_has_its_complaint check (complaint_id is not null or not verified),
  constraint kind_is_known check (kind in ('more', 'correction', 'contact', 'needs', 'review')),
  constraint reference_is_one_bounded_line check (char_length(reference) <= 100 and reference !~ '[\n\r]'),
  constraint sender_name_is_one_bounded_line check (char_length(sender_name) <= 200 and sender_name !~ '[\n\r]'),
  constraint sender_email_is_one_address check (
    char_length(sender_email) <= 254
    and sender_email ~ '^[^[:space:][:cntrl:]@<>,;"]+@[^[:space:][:cntrl:]@<>,;"]+$'
  ),
  constraint changed_from_is_an_object check (
    jsonb_typeof(changed_from) = 'object' and octet_length(changed_from::text) <= 20000
  ),
  constraint language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint form_version_is_short check (form_version ~ '^[A-Za-z0-9._-]{1,64}$'),
  constraint answers_are_an_object check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 500000),
  constraint transcript_is_a_list check (
    jsonb_typeof(transcript) = 'array' and octet_length(transcript::text) <= 500000
  )
);

create index additions_to_a_complaint on heard.additions (complaint_id);
create index additions_by_a_person on heard.additions (person_id);

-- No policy: the owner's functions are the only way in.
alter table heard.additions enable row level security;

comment on table heard.additions is 'What was sent after a complaint, verified by its code or link or not.';
comment on column heard.additions.id is 'Names the row inside the database; never shown.';
comment on column heard.additions.submission_id is 'Random, made by the form: the same one sent twice is one addition.';
comment on column heard.additions.complaint_id is 'The complaint it belongs to; null until the team has matched it.';
comment on column heard.additions.person_id is 'Whose key it came with; null where it came without.';
comment on column heard.additions.verified is 'True where it came with the code or the link.';
comment on column heard.additions.kind is 'more, correction, contact, needs or review.';
comment on column heard.additions.reference is 'What was typed as the reference, where it came without a code.';
comment on column heard.additions.sender_name is 'Name that was given to help to match it.';
comment on column heard.additions.sender_email is 'Where to say that it has come, where it came without a code.';
comment on column heard.additions.stage_number is 'The stage that a request for review began; null where it began none.';
comment on column heard.additions.changed_from is 'What the record held before a change of contact or of needs.';
comment on column heard.additions.language is 'BCP 47 tag of the edition it was written in.';
comment on column heard.additions.form_version is 'Which version of the form asked the questions.';
comment on column heard.additions.received_at is 'The moment it was sent.';
comment on column heard.additions.received_on is 'The day of that, in Europe/London.';
comment on column heard.additions.answers is 'Every answer by its question''s id, as validated; never a code.';
comment on column heard.additions.transcript is 'Questions and answers as they were read and written, in their order.';

-- Why this stage was asked for: each may be empty (DOMAIN 1.6).
alter table heard.stages
add column request_outcome text,
add column request_late_reason text,
add constraint request_outcome_is_bounded check (char_length(request_outcome) <= 5000),
add constraint request_late_reason_is_bounded check (char_length(request_late_reason) <= 5000);

comment on column heard.stages.request_outcome is 'What they would like to come of this stage; never required.';
comment on column heard.stages.request_late_reason is 'Why they asked only after the time to ask.';

select heard.close_doors();
