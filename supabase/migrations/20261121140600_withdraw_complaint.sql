-- Withdrawing is a button, and so is the way back. Neither touches a stage: see heard.withdrawals.
create function heard.tell_of_withdrawal(withdrawal heard.withdrawals, to_person text, to_team text) returns void
language sql
set search_path = ''
as $$
  insert into heard.outgoing_messages (complaint_id, withdrawal_id, stage_number, template, recipient, language)
  select
    withdrawal.complaint_id, withdrawal.id, withdrawal.stage_number, letter.template, letter.recipient,
    coalesce(p.language, c.language)
  from heard.complaints c
  left join heard.people p on p.id = withdrawal.person_id
  cross join lateral (
    values (to_person, p.role, p.reply_route = 'email'), (to_team, 'complaints-team', true)
  ) as letter (template, recipient, due)
  where c.id = withdrawal.complaint_id and letter.due
$$;

comment on function heard.tell_of_withdrawal(heard.withdrawals, text, text) is
  'Queues a letter to whoever withdrew, where they want email, and one to the team.';

create function api.withdraw_complaint(given jsonb, at timestamptz, take_up_by date) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  key heard.access_keys := heard.open_key(array['follow'], given);
  at_stage smallint;
  withdrawal heard.withdrawals;
begin
  if key.id is null then
    return null;
  end if;
  perform from heard.complaints c where c.id = key.complaint_id for update;
  -- What has been answered is past withdrawing.
  select s.number into at_stage
  from heard.stages s
  where s.complaint_id = key.complaint_id and s.responded_on is null
  order by s.number desc
  limit 1;

  if at_stage is not null then
    insert into heard.withdrawals (complaint_id, person_id, stage_number, withdrawn_at, withdrawn_on, take_up_by)
    values (
      key.complaint_id, key.person_id, at_stage, at, (at at time zone 'Europe/London')::date,
      withdraw_complaint.take_up_by
    )
    on conflict do nothing
    returning * into withdrawal;
  end if;
  if withdrawal.id is not null then
    perform heard.tell_of_withdrawal(withdrawal, 'withdrawn', 'complaint-withdrawn');
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (key.complaint_id, 'complaint-withdrawn', 'portal', jsonb_build_object('withdrawal', withdrawal.id));
  end if;
  return jsonb_build_object('withdrawn', withdrawal.id is not null);
end
$$;

comment on function api.withdraw_complaint(jsonb, timestamptz, date) is
  'Withdraws the complaint that given opens, with a way back until take_up_by: once, however often it is called. '
  'Answers withdrawn false where it already is, or where every stage has its reply; null where given opens nothing.';

create function api.take_up_complaint(given jsonb, at timestamptz) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  key heard.access_keys := heard.open_key(array['follow'], given);
  today date := (at at time zone 'Europe/London')::date;
  withdrawal heard.withdrawals;
begin
  if key.id is null then
    return null;
  end if;
  update heard.withdrawals w
  set taken_up_at = at, taken_up_on = today
  where w.complaint_id = key.complaint_id and w.taken_up_at is null and today between w.withdrawn_on and w.take_up_by
  returning * into withdrawal;
  if withdrawal.id is not null then
    perform heard.tell_of_withdrawal(withdrawal, 'taken-up', 'complaint-taken-up');
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (key.complaint_id, 'complaint-taken-up', 'portal', jsonb_build_object('withdrawal', withdrawal.id));
  end if;
  return jsonb_build_object('taken_up', withdrawal.id is not null);
end
$$;

comment on function api.take_up_complaint(jsonb, timestamptz) is
  'Takes up again the complaint that given opens, until the last day for that: its stages go on as they stood. '
  'Answers taken_up false where it is not withdrawn, or too late; null where given opens nothing.';

select heard.close_doors();
grant execute on function api.withdraw_complaint(jsonb, timestamptz, date) to portal;
grant execute on function api.take_up_complaint(jsonb, timestamptz) to portal;
