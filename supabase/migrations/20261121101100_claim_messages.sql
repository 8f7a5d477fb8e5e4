-- A sender takes messages for a while (a lease) and tells afterwards how it went. A sender that dies simply
-- lets its lease run out.

-- All that is needed to write a letter, and no more.
create function heard.letter(message heard.outgoing_messages) returns json
language sql
stable
set search_path = ''
as $$
  select json_build_object(
    'id', message.id, 'template', message.template, 'recipient', message.recipient, 'language', message.language,
    'attempts', message.attempts, 'created_at', message.created_at,
    'complaint', json_build_object(
      'id', c.id, 'reference', c.reference, 'kind', c.kind, 'service', c.service, 'procedure', c.procedure,
      'channel', c.channel, 'language', c.language, 'received_at', c.received_at, 'received_on', c.received_on,
      'summary', c.summary, 'desired_outcome', c.desired_outcome, 'discrimination_flag', c.discrimination_flag,
      'safeguarding_flag', c.safeguarding_flag, 'transcript', c.transcript
    ),
    'stage', (
      select json_build_object(
        'number', s.number, 'id', s.stage, 'requested_on', s.requested_on, 'acknowledge_by', s.acknowledge_by,
        'acknowledged_on', s.acknowledged_on, 'respond_by', s.respond_by
      )
      from heard.stages s
      where s.complaint_id = c.id and s.number = message.stage_number
    ),
    'person', (
      select json_build_object(
        'name', p.name, 'email', p.email, 'phone', p.phone, 'postal_address', p.postal_address,
        'reply_route', p.reply_route, 'safe_times', p.safe_times, 'language', p.language,
        'adjustments', p.adjustments, 'adjustments_details', p.adjustments_details,
        'interpreter_language', p.interpreter_language
      )
      from heard.people p
      where p.complaint_id = c.id and p.role = 'complainant'
    )
  )
  from heard.complaints c
  where c.id = message.complaint_id
$$;

comment on function heard.letter(heard.outgoing_messages) is
  'A message with its complaint, stage and complainant; stage is null where it is about none.';

create function api.claim_messages(most integer, lease_seconds integer, of_submission uuid default null)
returns setof json
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

  return query
  with due as (
    select m.id
    from heard.outgoing_messages m
    where m.sent_at is null
      and m.failed_at is null
      and m.not_before <= now()
      and (m.leased_until is null or m.leased_until <= now())
      and (
        of_submission is null
        or m.complaint_id = (select c.id from heard.complaints c where c.submission_id = of_submission)
      )
    order by m.recipient = 'safeguarding' desc, m.not_before, m.id
    limit most
    for update skip locked
  ), claimed as (
    update heard.outgoing_messages m
    set attempts = m.attempts + 1, last_attempt_at = now(), leased_until = now() + make_interval(secs => lease_seconds)
    from due
    where m.id = due.id
    returning m
  )
  select heard.letter(claimed.m) from claimed
  order by (claimed.m).recipient = 'safeguarding' desc, (claimed.m).not_before, (claimed.m).id;
end
$$;

comment on function api.claim_messages(integer, integer, uuid) is
  'Takes up to most (1 to 100) due messages for lease_seconds (1 to 3600), safeguarding first, and counts the '
  'attempt; of_submission keeps it to one submission. No message is given to two senders within its lease. '
  'Gives each as {id, template, recipient, language, attempts, created_at, complaint, stage, person}. Refuses '
  'with PT400 out-of-range.';

select heard.close_doors();
grant execute on function api.claim_messages(integer, integer, uuid) to portal;
