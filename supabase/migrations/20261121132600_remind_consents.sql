-- Who has not answered is reminded, and in the end the question lapses. Called by a schedule, often enough that one
-- missed call does no harm; called twice at once, it does each thing once.
create function api.remind_consents(most integer, reminder_days integer[]) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  due record;
  reminded integer := 0;
  expired integer := 0;
begin
  if most is null or most not between 1 and 500 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  if reminder_days is null or cardinality(reminder_days) > 9 then
    perform heard.refuse('out-of-range', 'reminder_days');
  end if;

  for due in
    select s.id, s.complaint_id, s.expires_at <= now() as late, wanted.reminders
    from heard.consents s
    cross join lateral (
      select count(*)::integer as reminders from unnest(reminder_days) as day
      where (s.asked_at at time zone 'Europe/London')::date + day <= (now() at time zone 'Europe/London')::date
    ) as wanted
    where s.asked_at is not null and s.expired_at is null and s.claimed_at is null and s.confirmed_at is null
      and s.refused_at is null and s.withdrawn_at is null
      and (s.expires_at <= now() or (s.answered_at is null and cardinality(s.reminded_at) < wanted.reminders))
    order by s.expires_at, s.id
    limit most
    for update of s skip locked
  loop
    if due.late then
      update heard.consents s set expired_at = now() where s.id = due.id;
      perform heard.stop_asking(due.id);
      perform heard.tell_of_consent(due.id, 'consent-answered', 'representative');
      perform heard.tell_of_consent(due.id, 'consent-to-team', 'complaints-team');
      expired := expired + 1;
    else
      -- After a day without a schedule one letter stands for all that were missed.
      update heard.consents s
      set reminded_at = s.reminded_at || array_fill(now(), array[due.reminders - cardinality(s.reminded_at)])
      where s.id = due.id;
      perform heard.remind(due.id);
      reminded := reminded + 1;
    end if;
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (
      due.complaint_id, case when due.late then 'consent-expired' else 'consent-reminded' end, 'portal',
      jsonb_build_object('consent', due.id)
    );
  end loop;
  return jsonb_build_object('reminded', reminded, 'expired', expired);
end
$$;

comment on function api.remind_consents(integer, integer[]) is
  'Reminds those who were asked so many calendar days ago (reminder_days, Europe/London) and have not answered, and '
  'lets lapse what was not answered in time, up to most (1 to 500) in all; gives {reminded, expired}. Fewer than most '
  'means that all is done. Refuses with PT400 out-of-range.';

create function heard.remind(consent uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  affected heard.people;
begin
  select p.* into affected from heard.people p join heard.consents s on s.affected_id = p.id where s.id = consent;
  if affected.email is not null then
    perform heard.tell_of_consent(consent, 'consent-reminder', 'affected');
  elsif heard.reached_by(affected) = 'post' then
    perform heard.tell_of_consent(consent, 'consent-to-team', 'complaints-team');
  else
    perform heard.tell_of_consent(consent, 'consent-reminder', 'representative');
  end if;
end
$$;

comment on function heard.remind(uuid) is
  'Reminds the person by email; by the team where there is only a postal address; by the representative, who has the '
  'letter to pass on, where there is neither.';

select heard.close_doors();
grant execute on function api.remind_consents(integer, integer[]) to portal;
