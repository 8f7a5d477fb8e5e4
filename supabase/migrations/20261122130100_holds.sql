-- A complaint that a court, the Ombudsman or an inquiry may still ask for is held: neither time nor a request takes
-- anything out of it until somebody lifts the hold. Who held it and why stays with it.
create table heard.holds (
  id uuid primary key,
  complaint_id uuid not null references heard.complaints on delete cascade,
  reason text not null,
  set_at timestamptz not null default now(),
  set_by text not null,
  lifted_at timestamptz,
  lifted_reason text,
  lifted_by text,

  constraint reason_is_said check (char_length(btrim(reason)) between 1 and 2000),
  constraint set_by_is_an_id check (set_by ~ '^[a-z0-9-]{1,60}$'),
  constraint lifted_reason_is_said check (char_length(btrim(lifted_reason)) between 1 and 2000),
  constraint lifted_by_is_an_id check (lifted_by ~ '^[a-z0-9-]{1,60}$'),
  constraint a_lifted_hold_says_who_and_why check (num_nonnulls(lifted_at, lifted_reason, lifted_by) in (0, 3))
);

create unique index one_hold_at_a_time on heard.holds (complaint_id) where lifted_at is null;

alter table heard.holds enable row level security;

comment on table heard.holds is 'Complaints from which nothing may be taken out for now.';
comment on column heard.holds.id is 'Made by the form, so that sending it twice holds once.';
comment on column heard.holds.complaint_id is 'The complaint.';
comment on column heard.holds.reason is 'Why it is held, in the team''s words.';
comment on column heard.holds.set_at is 'Since when.';
comment on column heard.holds.set_by is 'Who set it, as in the audit.';
comment on column heard.holds.lifted_at is 'Until when; null while it holds.';
comment on column heard.holds.lifted_reason is 'Why it was lifted, in the team''s words.';
comment on column heard.holds.lifted_by is 'Who lifted it, as in the audit.';

select heard.say_what_becomes('holds', 'goes');

create function heard.on_hold(complaint uuid) returns boolean
language sql
stable
set search_path = ''
as $$ select exists (select from heard.holds h where h.complaint_id = complaint and h.lifted_at is null) $$;

comment on function heard.on_hold(uuid) is 'True while nothing may be taken out of this complaint.';

select heard.close_doors();
