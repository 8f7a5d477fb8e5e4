-- What happened to a complaint, in order, for good. An event says what and when with ids and codes; it holds
-- nothing about a person, so it can stay when the complaint is erased. That is why complaint_id refers to no
-- table.
create table heard.audit_events (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null default now(),
  complaint_id uuid,
  event text not null,
  actor text not null,
  details jsonb not null default '{}',

  constraint event_is_an_id check (event ~ '^[a-z0-9-]{1,60}$'),
  constraint actor_is_an_id check (actor ~ '^[a-z0-9-]{1,60}$'),
  constraint details_are_ids_and_codes check (jsonb_typeof(details) = 'object' and octet_length(details::text) <= 1000)
);

create index events_of_a_complaint on heard.audit_events (complaint_id);

-- No policy: the owner's functions are the only way in.
alter table heard.audit_events enable row level security;

create function heard.refuse_to_change_the_past() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception using message = 'audit-is-append-only';
end
$$;

comment on function heard.refuse_to_change_the_past() is 'Stops every update, delete and truncate, the owner''s too.';

create trigger audit_is_append_only
before update or delete or truncate on heard.audit_events
for each statement execute function heard.refuse_to_change_the_past();

-- Always: a session that replays changes (session_replication_role) is refused as well.
alter table heard.audit_events enable always trigger audit_is_append_only;

comment on table heard.audit_events is 'Append-only: what happened to a complaint, and when.';
comment on column heard.audit_events.id is 'Their order.';
comment on column heard.audit_events.happened_at is 'When it happened.';
comment on column heard.audit_events.complaint_id is 'The complaint, which may be gone.';
comment on column heard.audit_events.event is 'What happened, as an id.';
comment on column heard.audit_events.actor is 'Who did it: portal, or later a member of staff by their id.';
comment on column heard.audit_events.details is 'Ids and codes only.';

select heard.close_doors();
