-- A council that works its cases elsewhere has its own system told of what happens, in the order of doing: each event
-- is written down in the transaction it belongs to, so that none is told that did not happen, and none that did is
-- missed. What is told names a reference and no word of anybody; the system fetches the case with a key of its own.
--
-- Triggers write the events, so that no function has to remember to. They write none where no system asks for them.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'case_system') then
    create role case_system nologin noinherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    grant case_system to authenticator;
  end if;
end
$$;

comment on role case_system is 'A council''s own case system: fetches a case by its reference, and nothing else.';

grant usage on schema api to case_system;

create table heard.case_system (
  asking boolean primary key default true,
  asked_at timestamptz not null default now(),

  constraint there_is_one_case_system check (asking)
);

alter table heard.case_system enable row level security;

comment on table heard.case_system is 'Whether the council''s own case system is told of what happens: as long as its sender asks.';
comment on column heard.case_system.asking is 'There is one row.';
comment on column heard.case_system.asked_at is 'When its sender last asked, to the hour.';

create table heard.outgoing_hooks (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid references heard.complaints on delete cascade,
  erased_reference text,
  event text not null,
  happened_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  attempts integer not null default 0,
  first_tried_at timestamptz,
  leased_until timestamptz,
  last_failure text,
  told_at timestamptz,
  given_up_at timestamptz,

  constraint event_of_a_hook_is_known check (event in (
    'complaint.received', 'complaint.withdrawn', 'complaint.taken-up', 'complaint.closed', 'complaint.erased',
    'addition.received', 'review.requested', 'consent.answered', 'consent.withdrawn'
  )),
  constraint a_hook_is_about_a_complaint check (num_nonnulls(complaint_id, erased_reference) = 1),
  constraint erased_reference_is_sayable check (
    erased_reference ~ '^[256789CFHJKMPRTWX]{3}-[256789CFHJKMPRTWX]{3}-[256789CFHJKMPRTWX]{3}$'
  ),
  constraint hook_tries_are_counted check (attempts >= 0),
  constraint hook_failure_is_a_code check (last_failure ~ '^[a-z0-9_-]{1,60}$'),
  constraint told_or_given_up_but_not_both check (told_at is null or given_up_at is null)
);

create index hooks_of_a_complaint on heard.outgoing_hooks (complaint_id);
create index hooks_to_tell on heard.outgoing_hooks (not_before) where told_at is null and given_up_at is null;

alter table heard.outgoing_hooks enable row level security;

comment on table heard.outgoing_hooks is 'What the council''s case system is to be told, and was told. State is read from times.';
comment on column heard.outgoing_hooks.id is 'Names the event, to the other system too: the same one told twice is one.';
comment on column heard.outgoing_hooks.complaint_id is 'The complaint; null once it is erased.';
comment on column heard.outgoing_hooks.erased_reference is 'Of what was erased, the reference that the other system knows, until it has been told.';
comment on column heard.outgoing_hooks.event is 'What happened.';
comment on column heard.outgoing_hooks.happened_at is 'When.';
comment on column heard.outgoing_hooks.not_before is 'When it is due, or due again.';
comment on column heard.outgoing_hooks.attempts is 'How often it was tried.';
comment on column heard.outgoing_hooks.first_tried_at is 'When it was first tried: its 72 hours count from there.';
comment on column heard.outgoing_hooks.leased_until is 'Until when it is one sender''s alone.';
comment on column heard.outgoing_hooks.last_failure is 'Code of why the last try failed.';
comment on column heard.outgoing_hooks.told_at is 'When the other system took it.';
comment on column heard.outgoing_hooks.given_up_at is 'When it was given up.';

select heard.say_what_becomes('outgoing_hooks', 'goes');
select heard.say_what_becomes('case_system', 'own-time');

create function heard.tell_case_system(event text, complaint uuid, erased text default null) returns void
language sql
set search_path = ''
as $$
  insert into heard.outgoing_hooks (complaint_id, erased_reference, event)
  select complaint, erased, event
  where exists (select from heard.case_system s where s.asked_at > now() - interval '30 days')
    -- What the site sends itself to see that it works is nobody's case.
    and not exists (select from heard.complaints c where c.id = complaint and c.channel = 'try-out')
$$;

comment on function heard.tell_case_system(text, uuid, text) is 'Writes down that the case system is to be told, where there is one.';

create function heard.tell_of_complaint() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if heard.counted_as(new) = 'try-out' then
    return null;
  elsif tg_op = 'INSERT' then
    perform heard.tell_case_system('complaint.received', new.id);
  -- A reference changes once, when all that names anybody is taken out: whoever was given the case must let it go too.
  elsif old.reference <> new.reference then
    perform heard.tell_case_system('complaint.erased', null, old.reference);
  elsif old.closed_at is null and new.closed_at is not null then
    perform heard.tell_case_system('complaint.closed', new.id);
  end if;
  return null;
end
$$;

comment on function heard.tell_of_complaint() is 'Has the case system told of a complaint that came, was closed or was erased.';

create trigger case_system_is_told after insert or update on heard.complaints
for each row execute function heard.tell_of_complaint();

create function heard.tell_of_addition() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.complaint_id is not null and (tg_op = 'INSERT' or old.complaint_id is null) then
    perform heard.tell_case_system(
      case new.kind when 'review' then 'review.requested' else 'addition.received' end, new.complaint_id
    );
  end if;
  return null;
end
$$;

comment on function heard.tell_of_addition() is 'Has the case system told of what came to a complaint, at once or once its complaint was found.';

create trigger case_system_is_told after insert or update on heard.additions
for each row execute function heard.tell_of_addition();

create function heard.tell_of_withdrawal() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform heard.tell_case_system('complaint.withdrawn', new.complaint_id);
  elsif old.taken_up_at is null and new.taken_up_at is not null then
    perform heard.tell_case_system('complaint.taken-up', new.complaint_id);
  end if;
  return null;
end
$$;

comment on function heard.tell_of_withdrawal() is 'Has the case system told of a complaint that was withdrawn, or taken up again.';

create trigger case_system_is_told after insert or update on heard.withdrawals
for each row execute function heard.tell_of_withdrawal();

create function heard.tell_of_consent() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.withdrawn_at is not null and old.withdrawn_at is null then
    perform heard.tell_case_system('consent.withdrawn', new.complaint_id);
  elsif new.answered_at is distinct from old.answered_at then
    perform heard.tell_case_system('consent.answered', new.complaint_id);
  end if;
  return null;
end
$$;

comment on function heard.tell_of_consent() is 'Has the case system told that somebody answered whether another may act for them, or took it back.';

create trigger case_system_is_told after update on heard.consents
for each row execute function heard.tell_of_consent();

select heard.close_doors();
