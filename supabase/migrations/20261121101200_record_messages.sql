-- What became of a message. Sent is for good: whatever is said of it later changes nothing.
create function api.record_message_sent(message_id uuid, provider_id text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  message heard.outgoing_messages;
begin
  select * into message from heard.outgoing_messages m where m.id = record_message_sent.message_id for update;
  if message.id is null then
    perform heard.refuse('no-such-message', 'message_id');
  end if;
  if message.sent_at is not null then
    return;
  end if;
  if record_message_sent.provider_id !~ '^[A-Za-z0-9_-]{1,100}$' then
    perform heard.refuse('wrong-type', 'provider_id');
  end if;

  update heard.outgoing_messages m
  set sent_at = now(), provider_id = record_message_sent.provider_id, leased_until = null, last_failure = null,
    failed_at = null
  where m.id = message.id;

  -- Where a procedure counts the letter as its acknowledgement. The site's clock may run a little ahead of the
  -- database's, over midnight too.
  if message.template = 'acknowledgement' then
    update heard.stages s
    set acknowledged_on = greatest((now() at time zone 'Europe/London')::date, s.requested_on)
    where s.complaint_id = message.complaint_id and s.number = message.stage_number and s.acknowledged_on is null;
  end if;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    message.complaint_id, 'message-sent', 'portal',
    jsonb_build_object('message', message.id, 'template', message.template, 'recipient', message.recipient)
  );
end
$$;

comment on function api.record_message_sent(uuid, text) is
  'The mail provider accepted the message under provider_id. The first to say so is believed. An acknowledgement '
  'sets its stage''s acknowledged_on where that is empty. Refuses with PT404 no-such-message or PT400 wrong-type.';

create function api.record_message_failed(message_id uuid, reason text, retry_at timestamptz) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  message heard.outgoing_messages;
begin
  select * into message from heard.outgoing_messages m where m.id = record_message_failed.message_id for update;
  if message.id is null then
    perform heard.refuse('no-such-message', 'message_id');
  end if;
  if message.sent_at is not null or message.failed_at is not null then
    return;
  end if;
  -- An error's own words can hold an address; a code cannot.
  if reason is null or reason !~ '^[a-z0-9_-]{1,60}$' then
    perform heard.refuse('wrong-type', 'reason');
  end if;

  update heard.outgoing_messages m
  set last_failure = reason, leased_until = null, not_before = coalesce(retry_at, m.not_before),
    failed_at = case when retry_at is null then now() end
  where m.id = message.id;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    message.complaint_id, case when retry_at is null then 'message-given-up' else 'message-failed' end, 'portal',
    jsonb_build_object(
      'message', message.id, 'template', message.template, 'recipient', message.recipient, 'reason', reason
    )
  );
end
$$;

comment on function api.record_message_failed(uuid, text, timestamptz) is
  'The attempt failed for reason, a code. It is due again at retry_at; null gives it up. Says nothing of a message '
  'that was sent or given up. Refuses with PT404 no-such-message or PT400 wrong-type.';

select heard.close_doors();
grant execute on function api.record_message_sent(uuid, text) to portal;
grant execute on function api.record_message_failed(uuid, text, timestamptz) to portal;
