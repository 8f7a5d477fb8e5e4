-- Forgetting has a role of its own: it can take out what is past its time and read nothing. What a thief of its token
-- could do is bounded too: nothing goes that is younger than a year, whatever the periods it is told.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'keeper') then
    create role keeper nologin noinherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    grant keeper to authenticator;
  end if;
end
$$;

comment on role keeper is 'Takes out of the record what is past its time; reads nothing of it.';

grant usage on schema api to keeper;

-- The audit outlives what it tells of, and has an end too. Nothing in it is ever changed, and nothing that is younger
-- than two years is deleted, by the owner neither.
drop trigger audit_is_append_only on heard.audit_events;

create trigger audit_is_append_only
before update or truncate on heard.audit_events
for each statement execute function heard.refuse_to_change_the_past();

alter table heard.audit_events enable always trigger audit_is_append_only;

create function heard.keep_the_near_past() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.happened_at > now() - interval '2 years' then
    raise exception using message = 'audit-is-append-only';
  end if;
  return old;
end
$$;

comment on function heard.keep_the_near_past() is 'Stops every deletion of an event that is younger than two years, the owner''s too.';

create trigger audit_is_kept_for_years
before delete on heard.audit_events
for each row execute function heard.keep_the_near_past();

alter table heard.audit_events enable always trigger audit_is_kept_for_years;

comment on function heard.refuse_to_change_the_past() is 'Stops every update and truncate, the owner''s too.';
comment on table heard.audit_events is 'Append-only: what happened to a complaint, and when. Kept for years, and never changed.';

select heard.close_doors();
