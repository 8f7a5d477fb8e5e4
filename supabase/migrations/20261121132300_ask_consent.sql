-- Asks the person complained for. A submission for somebody calls it in its own transaction, and so may the team.
create function heard.ask_consent(complaint uuid, asking jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  affected heard.people;
  kept heard.consents;
begin
  perform heard.check_shape(asking, 'consent', '{
    "how": "string", "key": "string", "affected": "string", "representative": "string", "expire_days": "number",
    "months_after_closing": "number"
  }');
  if asking ->> 'how' is null or asking ->> 'how' not in ('ask', 'evidence', 'not-needed') then
    perform heard.refuse('wrong-type', 'consent.how');
  end if;
  if asking ->> 'how' = 'ask' and (asking ->> 'expire_days')::integer not between 1 and 365 then
    perform heard.refuse('out-of-range', 'consent.expire_days');
  end if;
  select * into affected from heard.people p
  where p.complaint_id = complaint and p.role = 'affected'
    and p.id = coalesce((asking ->> 'affected')::uuid, p.id)
  order by p.id limit 1;

  insert into heard.consents (
    complaint_id, affected_id, representative_id, key_id, asked_at, expires_at, evidence_asked_at, not_needed_at,
    months_after_closing
  )
  select
    complaint, affected.id,
    (
      select p.id from heard.people p
      where p.complaint_id = complaint and p.role <> 'affected'
        and p.id = coalesce((asking ->> 'representative')::uuid, p.id)
      order by p.role = 'representative' desc, p.id limit 1
    ),
    (
      select k.id from heard.access_keys k
      where k.complaint_id = complaint and k.purpose = 'consent' and k.id = (asking ->> 'key')::uuid
    ),
    case how when 'ask' then now() end,
    case how when 'ask' then heard.end_of_day(now(), (asking ->> 'expire_days')::integer) end,
    case how when 'evidence' then now() end,
    case how when 'not-needed' then now() end,
    coalesce((asking ->> 'months_after_closing')::integer, 12)
  from (select asking ->> 'how' as how) as said
  returning * into kept;

  if kept.asked_at is not null then
    update heard.access_keys k set expires_at = kept.expires_at, person_id = kept.affected_id where k.id = kept.key_id;
    perform heard.tell_of_consent(kept.id, 'consent-request', 'affected');
    -- The team prints and posts a letter to whoever is to have one.
    if heard.reached_by(affected) = 'post' then
      perform heard.tell_of_consent(kept.id, 'consent-to-team', 'complaints-team');
    end if;
  end if;
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (complaint, 'consent-begun', 'portal', jsonb_build_object('consent', kept.id, 'how', asking ->> 'how'));
  return kept.id;
end
$$;

comment on function heard.ask_consent(uuid, jsonb) is
  'Begins a consent of a complaint whose people and keys are kept: {how: ask, evidence or not-needed; key: the id of '
  'its key of purpose consent; expire_days; months_after_closing, 12 without; affected, representative: ids of people, '
  'where there are several}. To ask queues consent-request to the person, or consent-to-team where there is only a '
  'postal address; without either, the representative prints the letter. Gives the id of the consent. Refuses with '
  'PT400: unknown-key, wrong-type, out-of-range.';

create function heard.end_of_day(moment timestamptz, days integer) returns timestamptz
language sql
stable
set search_path = ''
as $$
  select ((moment at time zone 'Europe/London')::date + days + 1)::timestamp at time zone 'Europe/London'
$$;

comment on function heard.end_of_day(timestamptz, integer) is
  'The end of the day, in Europe/London, that comes so many calendar days after the day of a moment.';

select heard.close_doors();
