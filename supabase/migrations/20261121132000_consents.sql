-- Whether the person complained for agrees that somebody acts for them. One row for each time that one person is
-- asked about one representative: to ask again is a new row, so that each answer keeps what it was an answer to.
-- Both belong to the complaint that it is about.
alter table heard.people add constraint a_person_is_of_one_complaint unique (id, complaint_id);

create table heard.consents (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references heard.complaints on delete cascade,
  affected_id uuid not null,
  representative_id uuid not null,
  key_id uuid references heard.access_keys on delete set null,
  asked_at timestamptz,
  expires_at timestamptz,
  reminded_at timestamptz[] not null default '{}',
  not_needed_at timestamptz,
  evidence_asked_at timestamptz,
  months_after_closing smallint not null,
  answered_at timestamptz,
  answered_by text,
  answer_id uuid,
  answer text,
  may_act boolean not null default false,
  may_receive boolean not null default false,
  may_see boolean not null default false,
  typed_name text,
  helper text,
  reach text,
  shown_version text,
  shown_language text,
  claimed_at timestamptz,
  confirmed_at timestamptz,
  confirmed_how text,
  refused_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  go_on_alone text,
  expired_at timestamptz,

  constraint both_are_of_the_complaint foreign key (affected_id, complaint_id)
    references heard.people (id, complaint_id) on delete cascade,
  constraint the_representative_is_of_the_complaint foreign key (representative_id, complaint_id)
    references heard.people (id, complaint_id) on delete cascade,
  constraint nobody_consents_to_themself check (affected_id <> representative_id),
  constraint a_key_opens_one_consent unique (key_id),
  constraint it_begins_somehow check (num_nonnulls(asked_at, not_needed_at, evidence_asked_at) >= 1),
  constraint what_is_asked_expires check ((asked_at is null) = (expires_at is null) and expires_at > asked_at),
  constraint reminders_are_few check (cardinality(reminded_at) <= 9),
  constraint months_after_closing_are_few check (months_after_closing between 1 and 120),
  constraint answer_is_known check (answer in ('yes', 'no', 'talk-first')),
  constraint answered_by_is_known check (answered_by in ('link', 'code', 'paper', 'spoken')),
  constraint an_answer_says_when_and_how check (
    num_nonnulls(answer, answered_at, answered_by) in (0, 3)
  ),
  constraint a_yes_says_to_what check (answer <> 'yes' or may_act or may_receive or may_see),
  constraint only_a_yes_or_evidence_allows check (
    coalesce(answer, '') = 'yes' or evidence_asked_at is not null or not (may_act or may_receive or may_see)
  ),
  constraint a_written_yes_is_signed check (answer <> 'yes' or answered_by = 'spoken' or typed_name is not null),
  -- The regulator: keep what people were told, and in which version.
  constraint an_answer_online_says_what_was_shown check (
    answered_by not in ('link', 'code') or num_nonnulls(shown_version, shown_language) = 2
  ),
  constraint only_a_yes_is_claimed check (claimed_at is null or coalesce(answer, '') = 'yes'),
  constraint only_a_yes_or_evidence_is_confirmed check (
    confirmed_at is null or coalesce(answer, '') = 'yes' or evidence_asked_at is not null
  ),
  constraint confirmed_how_is_known check (confirmed_how in ('address-held', 'team-checked', 'council-rule')),
  constraint a_confirmation_says_how check ((confirmed_at is null) = (confirmed_how is null)),
  constraint only_a_no_refuses check (refused_at is null or coalesce(answer, '') = 'no'),
  constraint withdrawn_by_is_known check (withdrawn_by in ('link', 'code', 'paper', 'spoken')),
  constraint a_withdrawal_says_how check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint only_what_was_given_is_withdrawn check (withdrawn_at is null or num_nonnulls(claimed_at, confirmed_at) > 0),
  constraint go_on_alone_is_an_answer check (go_on_alone in ('yes', 'no', 'not-sure')),
  constraint typed_name_is_one_bounded_line check (char_length(typed_name) <= 200 and typed_name !~ '[\n\r]'),
  constraint helper_is_one_bounded_line check (char_length(helper) <= 200 and helper !~ '[\n\r]'),
  constraint reach_is_bounded check (char_length(reach) <= 500),
  constraint shown_version_is_short check (shown_version ~ '^[A-Za-z0-9._-]{1,64}$'),
  constraint shown_language_is_a_tag check (shown_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$')
);

create index consents_of_a_complaint on heard.consents (complaint_id);
create index consents_of_a_representative on heard.consents (representative_id);
create index consents_to_decide on heard.consents (expires_at)
  where expired_at is null and claimed_at is null and confirmed_at is null and refused_at is null;
-- Nobody is asked twice at once about the same representative.
create unique index one_open_consent_for_each_pair on heard.consents (affected_id, representative_id)
  where refused_at is null and withdrawn_at is null and expired_at is null;

-- No policy: the owner's functions are the only way in.
alter table heard.consents enable row level security;

comment on table heard.consents is 'What the person complained for says about a representative. Its state is read from its times: heard.consent_state.';
comment on column heard.consents.id is 'Names the row inside the database; never shown.';
comment on column heard.consents.complaint_id is 'The complaint it is about.';
comment on column heard.consents.affected_id is 'The person complained for, who is asked.';
comment on column heard.consents.representative_id is 'Who wants to act for them.';
comment on column heard.consents.key_id is 'What the person answers with: a key of the purpose consent.';
comment on column heard.consents.asked_at is 'When they were asked; null where nobody need ask them.';
comment on column heard.consents.expires_at is 'From when a yes is not taken any more: the end of the last day to answer, in Europe/London.';
comment on column heard.consents.reminded_at is 'When they were reminded, in order.';
comment on column heard.consents.not_needed_at is 'When it was found that no consent is needed.';
comment on column heard.consents.evidence_asked_at is 'When evidence was asked for in place of consent, such as a power of attorney.';
comment on column heard.consents.months_after_closing is 'How long a yes lasts after the complaint is closed, in months.';
comment on column heard.consents.answered_at is 'When they answered last.';
comment on column heard.consents.answered_by is 'link, code, paper or spoken: how that answer came.';
comment on column heard.consents.answer_id is 'Random, made by the form: the same one sent twice is one answer.';
comment on column heard.consents.answer is 'yes, no or talk-first.';
comment on column heard.consents.may_act is 'A yes: the representative may complain for them.';
comment on column heard.consents.may_receive is 'A yes: the representative may receive our replies.';
comment on column heard.consents.may_see is 'A yes: the representative may see what we hold about them, for this complaint.';
comment on column heard.consents.typed_name is 'The name they signed with.';
comment on column heard.consents.helper is 'Who helped them to answer: an interpreter, a carer, a friend.';
comment on column heard.consents.reach is 'How and when to reach them to talk, in their own words.';
comment on column heard.consents.shown_version is 'Which version of the text they were shown.';
comment on column heard.consents.shown_language is 'BCP 47 tag of the language they were shown it in.';
comment on column heard.consents.claimed_at is 'When a yes came that nobody has checked: by itself it releases nothing.';
comment on column heard.consents.confirmed_at is 'When the yes, or the evidence, was found good. From then on it holds.';
comment on column heard.consents.confirmed_how is 'address-held, team-checked or council-rule.';
comment on column heard.consents.refused_at is 'When they said no.';
comment on column heard.consents.withdrawn_at is 'When they took a yes back. From then on nothing is shared.';
comment on column heard.consents.withdrawn_by is 'link, code, paper or spoken: how they took it back.';
comment on column heard.consents.go_on_alone is 'Whether they want to go on without the representative: yes, no or not-sure; null where they did not say.';
comment on column heard.consents.expired_at is 'When it was noticed that no answer came in time, and the team was told.';

select heard.close_doors();
