-- When an event is due again is said by this database's clock alone, as it is for letters: the site says how long to
-- wait. A function whose clock is wrong can then neither give an event up nor put it off for days.
drop function api.record_hook_failed(uuid, text, timestamptz);

create function api.record_hook_failed(hook_id uuid, reason text, wait_seconds integer) returns void
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
  if wait_seconds is null or wait_seconds not between 0 and 86400 then
    perform heard.refuse('out-of-range', 'wait_seconds');
  end if;
  update heard.outgoing_hooks h
  set last_failure = reason, leased_until = null, not_before = now() + make_interval(secs => wait_seconds),
    given_up_at = case
      when now() + make_interval(secs => wait_seconds) > h.first_tried_at + interval '72 hours' then now()
    end
  where h.id = hook_id and h.told_at is null and h.given_up_at is null
  returning * into failed;
  if failed.given_up_at is not null then
    insert into heard.team_tasks (kind, complaint_id) values ('case-system-not-told', failed.complaint_id);
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (failed.complaint_id, 'case-system-not-told', 'mailer', jsonb_build_object('event', failed.event, 'reason', reason));
  end if;
end
$$;

comment on function api.record_hook_failed(uuid, text, integer) is
  'The try failed for reason, a code. It is due again in wait_seconds (0 to 86,400), or given up, with a task for the team, '
  'where that is over 72 hours after the first try. Says nothing of an event that was told or given up. Refuses with PT400 '
  'wrong-type or out-of-range.';

select heard.close_doors();
grant execute on function api.record_hook_failed(uuid, text, integer) to mailer;
