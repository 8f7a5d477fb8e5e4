-- What the team writes of a complaint: the points that it is taken to make and the answer to each, who handles each
-- stage and how to reach them, how it was looked into, and notes for the team alone.
create table heard.points (
  complaint_id uuid not null,
  stage_number smallint not null,
  number smallint not null,
  text text not null,
  ours boolean not null,
  whose text,
  answer text,
  decision text,

  constraint points_of_a_stage primary key (complaint_id, stage_number, number),
  constraint its_stage_exists foreign key (complaint_id, stage_number)
    references heard.stages (complaint_id, number) on delete cascade,
  constraint points_are_numbered_from_one check (number between 1 and 50),
  constraint point_says_something check (char_length(text) between 1 and 2000),
  constraint whose_is_one_bounded_line check (char_length(whose) <= 200 and whose !~ '[\n\r]'),
  constraint only_what_is_not_ours_is_anothers check (whose is null or not ours),
  constraint answer_to_a_point_is_bounded check (char_length(answer) <= 10000),
  constraint decision_on_a_point_is_known check (decision in ('upheld', 'partly-upheld', 'not-upheld')),
  constraint a_decision_has_its_answer check (decision is null or answer is not null)
);

-- No policy: the owner's functions are the only way in.
alter table heard.points enable row level security;

comment on table heard.points is 'The points that a complaint makes, as the team understood them, and the answer to each.';
comment on column heard.points.complaint_id is 'The complaint.';
comment on column heard.points.stage_number is 'The stage at which it is answered.';
comment on column heard.points.number is 'Its place in the list, from 1.';
comment on column heard.points.text is 'The point, in the team''s words.';
comment on column heard.points.ours is 'Whether the council answers for it.';
comment on column heard.points.whose is 'Whose it is instead, where it is not ours.';
comment on column heard.points.answer is 'What was found about it.';
comment on column heard.points.decision is 'upheld, partly-upheld or not-upheld.';

create table heard.notes (
  id uuid primary key,
  complaint_id uuid not null references heard.complaints on delete cascade,
  by_staff uuid not null references heard.staff,
  written_at timestamptz not null default now(),
  text text not null,

  constraint note_says_something check (char_length(text) between 1 and 20000)
);

create index notes_on_a_complaint on heard.notes (complaint_id);
create index notes_by_somebody on heard.notes (by_staff);

-- No policy: the owner's functions are the only way in.
alter table heard.notes enable row level security;

comment on table heard.notes is 'What the team writes down for itself: calls, meetings, what was looked at. No letter says it.';
comment on column heard.notes.id is 'The id of the act that wrote it.';
comment on column heard.notes.complaint_id is 'The complaint.';
comment on column heard.notes.by_staff is 'Who wrote it.';
comment on column heard.notes.written_at is 'When.';
comment on column heard.notes.text is 'What they wrote.';

alter table heard.stages
  add column investigator_role text,
  add column investigator_phone text,
  add column investigator_email text,
  add column understood_outcome text,
  add column extended_instead_of date,
  add column investigated text,
  add column apology text,
  add constraint investigator_role_is_one_bounded_line check (
    char_length(investigator_role) <= 200 and investigator_role !~ '[\n\r]'
  ),
  add constraint investigator_phone_is_one_bounded_line check (
    char_length(investigator_phone) <= 60 and investigator_phone !~ '[\n\r]'
  ),
  add constraint investigator_email_is_one_address check (
    char_length(investigator_email) <= 254
    and investigator_email ~ '^[^[:space:][:cntrl:]@<>,;"]+@[^[:space:][:cntrl:]@<>,;"]+$'
  ),
  add constraint understood_outcome_is_bounded check (char_length(understood_outcome) <= 5000),
  add constraint extended_from_an_earlier_day check (extended_instead_of < extended_to),
  add constraint investigated_is_bounded check (char_length(investigated) <= 20000),
  add constraint apology_is_bounded check (char_length(apology) <= 5000);

comment on column heard.stages.investigator is 'Who looks into it, by name.';
comment on column heard.stages.investigator_role is 'Their role, as the person is told it.';
comment on column heard.stages.investigator_phone is 'Their phone, as the person is told it.';
comment on column heard.stages.investigator_email is 'Their email address, as the person is told it.';
comment on column heard.stages.understood_outcome is 'What the person wants to come of it, as the team understood it.';
comment on column heard.stages.extended_instead_of is 'The day that was promised before the last extension.';
comment on column heard.stages.investigated is 'How it was looked into, as the reply says.';
comment on column heard.stages.apology is 'What we are sorry for, as the reply says.';

alter table heard.complaints
  add column refused_because text,
  add column refused_where_else text,
  add column refused_on date,
  add constraint refused_because_is_known check (
    refused_because in ('out-of-time', 'other-route', 'already-decided', 'court', 'not-ours', 'other')
  ),
  add constraint refused_where_else_is_bounded check (char_length(refused_where_else) <= 5000),
  add constraint only_a_refusal_is_explained check (
    num_nonnulls(refused_because, refused_where_else, refused_on) = 0 or acceptance is not distinct from 'refused'
  );

comment on column heard.complaints.refused_because is
  'Why it was not taken on: out-of-time, other-route, already-decided, court, not-ours or other. The words are in refusal_reason.';
comment on column heard.complaints.refused_where_else is 'Where the person can go instead, as they were told.';
comment on column heard.complaints.refused_on is 'The day they were told.';

alter table heard.authorities
  add column seen_how text,
  add column seen_details text,
  add column accepted_at timestamptz,
  add constraint seen_how_is_known check (seen_how in ('original', 'certified-copy', 'copy', 'register', 'council-record', 'spoken')),
  add constraint seen_details_is_bounded check (char_length(seen_details) <= 2000),
  add constraint what_is_accepted_was_seen check ((accepted_at is null) = (seen_how is null));

comment on column heard.authorities.seen_how is
  'How the team saw that it holds: original, certified-copy, copy, register, council-record or spoken.';
comment on column heard.authorities.seen_details is 'What they saw, in the team''s words.';
comment on column heard.authorities.accepted_at is 'When the team accepted it.';

alter table heard.outgoing_messages add column printed_at timestamptz;
comment on column heard.outgoing_messages.printed_at is 'When the team said that it had printed and posted it.';

select heard.say_what_becomes('points', 'goes');
select heard.say_what_becomes('notes', 'goes');
select heard.say_what_becomes('stages', 'blanked', array[
  'investigator_role', 'investigator_phone', 'investigator_email', 'understood_outcome', 'investigated', 'apology'
]);
select heard.say_what_becomes('stages', 'kept', '{extended_instead_of}');
select heard.say_what_becomes('complaints', 'kept', '{refused_because,refused_on}');
select heard.say_what_becomes('complaints', 'blanked', '{refused_where_else}');
select heard.say_what_becomes('authorities', 'goes', '{seen_how,seen_details,accepted_at}');
select heard.say_what_becomes('outgoing_messages', 'goes', '{printed_at}');

select heard.close_doors();
