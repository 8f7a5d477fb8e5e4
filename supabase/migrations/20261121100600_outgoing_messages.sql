-- The outbox. A message is queued in the transaction that gives rise to it, so that neither can be without
-- the other. A row holds which letter to whom, never its text, an address or a code: those are made afresh
-- when it is sent.
create table heard.outgoing_messages (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references heard.complaints on delete cascade,
  stage_number smallint,
  template text not null,
  recipient text not null,
  language text not null,
  created_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  attempts integer not null default 0,
  last_attempt_at timestamptz,
  leased_until timestamptz,
  last_failure text,
  sent_at timestamptz,
  provider_id text,
  failed_at timestamptz,

  constraint its_stage_exists foreign key (complaint_id, stage_number)
    references heard.stages (complaint_id, number) on delete cascade,
  constraint template_is_an_id check (template ~ '^[a-z0-9-]{1,60}$'),
  constraint recipient_is_known check (recipient in ('complainant', 'complaints-team', 'safeguarding')),
  constraint language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint attempts_are_counted check (attempts >= 0),
  -- A code has no room for an address or a sentence.
  constraint last_failure_is_a_code check (last_failure ~ '^[a-z0-9_-]{1,60}$'),
  constraint provider_id_is_an_id check (provider_id ~ '^[A-Za-z0-9_-]{1,100}$'),
  constraint sent_or_given_up_but_not_both check (sent_at is null or failed_at is null)
);

create index messages_of_a_complaint on heard.outgoing_messages (complaint_id);
create index messages_to_send on heard.outgoing_messages (not_before) where sent_at is null and failed_at is null;

-- No policy: the owner's functions are the only way in.
alter table heard.outgoing_messages enable row level security;

comment on table heard.outgoing_messages is 'Messages to send and sent. Their state is read from their times.';
comment on column heard.outgoing_messages.id is 'Names the message, here and to the mail provider, which sends it once.';
comment on column heard.outgoing_messages.complaint_id is 'The complaint it is about.';
comment on column heard.outgoing_messages.stage_number is 'The stage it is about, where it is about one.';
comment on column heard.outgoing_messages.template is 'Which letter: the id of its words.';
comment on column heard.outgoing_messages.recipient is 'complainant, complaints-team or safeguarding.';
comment on column heard.outgoing_messages.language is 'BCP 47 tag of the language to write it in.';
comment on column heard.outgoing_messages.created_at is 'When it was queued.';
comment on column heard.outgoing_messages.not_before is 'When it is due, or due again.';
comment on column heard.outgoing_messages.attempts is 'How often a sender has taken it.';
comment on column heard.outgoing_messages.last_attempt_at is 'When a sender last took it.';
comment on column heard.outgoing_messages.leased_until is 'Until when it is one sender''s alone.';
comment on column heard.outgoing_messages.last_failure is 'Code of why the last attempt failed.';
comment on column heard.outgoing_messages.sent_at is 'When the mail provider accepted it.';
comment on column heard.outgoing_messages.provider_id is 'The mail provider''s id for it.';
comment on column heard.outgoing_messages.failed_at is 'When it was given up.';

select heard.close_doors();
