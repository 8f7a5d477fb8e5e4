-- A try to send, from beginning to end. It is written down before it begins, since whoever tries may die of it: then a
-- letter may have gone, and nobody knows. The mail provider remembers a message's id for 24 hours, and answers a second
-- try with what came of the first, where both are the same, byte for byte. So:
--
--   what came of a try        it is tried again                        and then
--   nobody knows              the same bytes, within 23 hours of it    a task: it may have arrived
--   it was refused for now    within 72 hours of the first try         a task: it did not go
--   it was refused for good   never                                    a task: it did not go
--
-- The body of a letter is kept nowhere: it would be a second copy of what people wrote. Its hash is kept instead. A
-- letter that has come out otherwise meanwhile (an answer came, a word was mended) is not the same letter, and is a task.
create function heard.give_up(message heard.outgoing_messages, reason text) returns void
language plpgsql
set search_path = ''
as $$
begin
  update heard.outgoing_messages m
  set failed_at = now(), last_failure = reason, leased_until = null
  where m.id = message.id;
  perform heard.make_task(
    case when message.unknown_since is null then 'letter-not-sent' else 'letter-unknown' end, message
  );
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    message.complaint_id, 'message-given-up', 'mailer',
    jsonb_build_object(
      'message', message.id, 'template', message.template, 'recipient', message.recipient, 'reason', reason
    )
  );
end
$$;

comment on function heard.give_up(heard.outgoing_messages, text) is
  'Gives a letter up for a reason, a code, and makes the task: letter-unknown where a try may have been taken.';

create function api.record_messages_begun(begun jsonb) returns uuid[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  item jsonb;
  message heard.outgoing_messages;
  may_go uuid[] := '{}';
  room_at timestamptz;
begin
  if coalesce(jsonb_typeof(begun), 'null') <> 'array' or jsonb_array_length(begun) not between 1 and 100 then
    perform heard.refuse('out-of-range', 'begun');
  end if;

  -- In one order, so that two senders cannot wait for each other.
  for item in select e from jsonb_array_elements(begun) as e order by e ->> 'message' loop
    perform heard.check_shape(item, 'begun', '{
      "message": "string", "attempt": "number", "body_hash": "string", "address": "string"
    }');
    select * into message from heard.outgoing_messages m where m.id = (item ->> 'message')::uuid for update;
    -- It has gone meanwhile, or its lease ran out and it may be another's.
    continue when message.id is null or message.sent_at is not null or message.failed_at is not null
      or message.attempts is distinct from (item ->> 'attempt')::integer
      or message.leased_until is null or message.leased_until <= now();

    if message.unknown_since is not null then
      if now() >= message.unknown_since + interval '23 hours' then
        perform heard.give_up(message, 'too-late-to-try-again');
        continue;
      elsif message.body_hash is distinct from item ->> 'body_hash' then
        perform heard.give_up(message, 'not-the-same-letter');
        continue;
      end if;
    else
      -- One after the other, for one address: two at once would both find room.
      perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('written_to ' || (item ->> 'address')));
      room_at := heard.day_is_full(item ->> 'address');
      if room_at is not null then
        perform heard.hold_letter(message, item ->> 'address', room_at);
        continue;
      end if;
      insert into heard.written_to (address_proof, message_id)
      select item ->> 'address', message.id
      where item ->> 'address' is not null
      on conflict on constraint a_letter_counts_once do update set written_at = now();
    end if;

    update heard.outgoing_messages m
    set begun_at = now(), unknown_since = coalesce(m.unknown_since, now()), body_hash = item ->> 'body_hash'
    where m.id = message.id;
    may_go := may_go || message.id;
  end loop;
  return may_go;
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('wrong-type', 'begun');
end
$$;

comment on function api.record_messages_begun(jsonb) is
  'A sender is about to post these messages, which it has claimed: [{message, attempt, body_hash, address}], with which try '
  'it is, as claim_messages counted it, the SHA-256 of the whole request in base64url and a keyed proof of the address; null for the council''s own. Answers those that may '
  'go now. Of the others, one that may have gone 23 hours ago, or in other words, is given up with a task, and one to '
  'an address that had its letters for the day waits. Refuses with PT400 out-of-range or wrong-type.';

create or replace function api.record_message_sent(message_id uuid, provider_id text) returns void
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
  perform heard.message_has_gone(message, record_message_sent.provider_id, now());
end
$$;

create function heard.message_has_gone(message heard.outgoing_messages, provider_id text, at timestamptz) returns void
language plpgsql
set search_path = ''
as $$
begin
  update heard.outgoing_messages m
  set sent_at = at, provider_id = message_has_gone.provider_id, leased_until = null, last_failure = null,
    failed_at = null, unknown_since = null, body_hash = null
  where m.id = message.id;

  -- Where a procedure counts the letter as its acknowledgement. The site's clock may run a little ahead of the
  -- database's, over midnight too.
  if heard.acknowledges(message.template) then
    update heard.stages s
    set acknowledged_on = greatest((at at time zone 'Europe/London')::date, s.requested_on)
    where s.complaint_id = message.complaint_id and s.number = message.stage_number and s.acknowledged_on is null;
  end if;

  -- What nobody knew is known.
  update heard.team_tasks t set settled_at = now()
  where t.message_id = message.id and t.kind in ('letter-unknown', 'letter-not-sent') and t.settled_at is null;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    message.complaint_id, 'message-sent', 'mailer',
    jsonb_build_object('message', message.id, 'template', message.template, 'recipient', message.recipient)
  );
end
$$;

comment on function heard.message_has_gone(heard.outgoing_messages, text, timestamptz) is
  'Writes down that the mail provider took a letter, and settles the task about it where there is one.';

drop function api.record_message_failed(uuid, text, timestamptz);

create function api.record_message_failed(message_id uuid, reason text, outcome text, wait_seconds integer) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  message heard.outgoing_messages;
  next_try timestamptz;
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
  if outcome is null or outcome not in ('unknown', 'refused', 'never') then
    perform heard.refuse('out-of-range', 'outcome');
  end if;
  if wait_seconds is null or wait_seconds not between 0 and 86400 then
    perform heard.refuse('out-of-range', 'wait_seconds');
  end if;

  -- This try was refused, and no other may have been taken: the next may be written anew. A try that was never begun
  -- says nothing of the one before.
  if outcome <> 'unknown' and message.unknown_since = message.begun_at and message.begun_at >= message.last_attempt_at then
    update heard.outgoing_messages m set unknown_since = null, body_hash = null
    where m.id = message.id
    returning * into message;
  end if;

  next_try := now() + make_interval(secs => wait_seconds);
  if outcome = 'never'
    or next_try >= message.unknown_since + interval '23 hours'
    or next_try >= message.first_attempt_at + interval '72 hours'
  then
    perform heard.give_up(message, reason);
    return;
  end if;

  update heard.outgoing_messages m
  set last_failure = reason, leased_until = null, not_before = next_try
  where m.id = message.id;
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    message.complaint_id, 'message-failed', 'mailer',
    jsonb_build_object(
      'message', message.id, 'template', message.template, 'recipient', message.recipient, 'reason', reason
    )
  );
end
$$;

comment on function api.record_message_failed(uuid, text, text, integer) is
  'A try failed for reason, a code. outcome says what is known of it: unknown (it may have been taken), refused (for '
  'now) or never (for good). It is due again in wait_seconds (0 to 86,400), or given up with a task: see the top of this '
  'file. Says nothing of a message that was sent or given up. Refuses with PT404 no-such-message, PT400 wrong-type or '
  'out-of-range.';

select heard.close_doors();
grant execute on function api.record_messages_begun(jsonb) to mailer;
grant execute on function api.record_message_sent(uuid, text) to mailer;
grant execute on function api.record_message_failed(uuid, text, text, integer) to mailer;
