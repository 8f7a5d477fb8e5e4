-- The sender takes what is due, as the sender of letters does: each for a while its own, and again where nobody said
-- what came of it. What looks like nobody's waits until the team says that it is somebody's.
create function api.claim_hooks(most integer, lease_seconds integer) returns setof json
language plpgsql
security definer
set search_path = ''
as $$
begin
  if most is null or most not between 1 and 100 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  if lease_seconds is null or lease_seconds not between 1 and 3600 then
    perform heard.refuse('out-of-range', 'lease_seconds');
  end if;
  insert into heard.case_system as s (asking) values (true)
  on conflict (asking) do update set asked_at = now() where s.asked_at < now() - interval '1 hour';

  return query
  with due as (
    select h.id
    from heard.outgoing_hooks h
    where h.told_at is null and h.given_up_at is null and h.not_before <= now()
      and (h.leased_until is null or h.leased_until <= now())
      and (h.complaint_id is null or not heard.is_junk(h.complaint_id))
    order by h.not_before, h.id
    limit most
    for update of h skip locked
  ), claimed as (
    update heard.outgoing_hooks h
    set attempts = h.attempts + 1, first_tried_at = coalesce(h.first_tried_at, now()),
      leased_until = now() + make_interval(secs => lease_seconds)
    from due
    where h.id = due.id
    returning h.*
  )
  select json_build_object(
    'id', h.id, 'event', h.event, 'happened_at', h.happened_at, 'attempts', h.attempts,
    'first_tried_at', h.first_tried_at, 'reference', coalesce(h.erased_reference, c.reference), 'kind', c.kind,
    'service', c.service, 'procedure', c.procedure, 'received_on', c.received_on,
    'closed_on', (c.closed_at at time zone 'Europe/London')::date
  )
  from claimed h
  left join heard.complaints c on c.id = h.complaint_id
  order by h.not_before, h.id;
end
$$;

comment on function api.claim_hooks(integer, integer) is
  'Takes up to most (1 to 100) due events for lease_seconds (1 to 3600), and counts the try: {id, event, happened_at, '
  'attempts, first_tried_at, reference, kind, service, procedure, received_on, closed_on}. That it asks is what has events '
  'written down. Refuses with PT400 out-of-range.';

create function api.record_hook_told(hook_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  update heard.outgoing_hooks h
  set told_at = coalesce(h.told_at, now()), given_up_at = null, leased_until = null, last_failure = null
  where h.id = hook_id
$$;

comment on function api.record_hook_told(uuid) is 'The other system took the event.';

create function api.record_hook_failed(hook_id uuid, reason text, retry_at timestamptz) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  failed heard.outgoing_hooks;
begin
  if reason is null or reason !~ '^[a-z0-9_-]{1,60}$' then
    perform heard.refuse('wrong-type', 'reason');
  end if;
  update heard.outgoing_hooks h
  set last_failure = reason, leased_until = null, not_before = coalesce(retry_at, h.not_before),
    given_up_at = case when retry_at is null then now() end
  where h.id = hook_id and h.told_at is null and h.given_up_at is null
  returning * into failed;
  if failed.given_up_at is not null then
    insert into heard.team_tasks (kind, complaint_id) values ('case-system-not-told', failed.complaint_id);
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (failed.complaint_id, 'case-system-not-told', 'mailer', jsonb_build_object('event', failed.event, 'reason', reason));
  end if;
end
$$;

comment on function api.record_hook_failed(uuid, text, timestamptz) is
  'The try failed for reason, a code. It is due again at retry_at; null gives it up and makes a task for the team. '
  'Refuses with PT400 wrong-type.';

create function api.case_for_system(reference text) returns json
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_one uuid;
begin
  select c.id into found_one from heard.complaints c
  where c.reference = case_for_system.reference and c.anonymised_at is null;
  if found_one is null then
    return null;
  end if;
  insert into heard.audit_events (complaint_id, event, actor) values (found_one, 'case-fetched', 'case-system');
  return heard.complaint_in_words(
    found_one, array(select p.id from heard.people p where p.complaint_id = found_one), array['reference']
  );
end
$$;

comment on function api.case_for_system(text) is
  'A whole case for the council''s own system, under names that people read; null where there is none. Writes down that '
  'it was fetched.';

comment on column heard.team_tasks.kind is
  'What it is: of letters, letter-unknown (it may have arrived or not), letter-not-sent, letter-bounced, '
  'letter-complained (its reader called it unwanted), letters-held (too many in a day for one address) '
  'or letter-to-print (it goes on paper); '
  'case-system-not-told (the council''s own system did not take an event for 72 hours).';

select heard.close_doors();
grant execute on function api.claim_hooks(integer, integer) to mailer;
grant execute on function api.record_hook_told(uuid) to mailer;
grant execute on function api.record_hook_failed(uuid, text, timestamptz) to mailer;
grant execute on function api.case_for_system(text) to case_system;
