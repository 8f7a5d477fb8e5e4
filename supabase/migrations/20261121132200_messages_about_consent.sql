-- Letters about consent. They say how it stands when they are written, and not when they were queued: nobody is
-- told of a yes that has been taken back in between.
alter table heard.outgoing_messages
  add column consent_id uuid references heard.consents on delete cascade,
  drop constraint recipient_is_known,
  add constraint recipient_is_known check (
    recipient in ('complainant', 'representative', 'affected', 'complaints-team', 'safeguarding')
  );

create index messages_about_a_consent on heard.outgoing_messages (consent_id);

comment on column heard.outgoing_messages.recipient is
  'complainant, representative, affected, complaints-team or safeguarding.';
comment on column heard.outgoing_messages.consent_id is 'The consent it is about, where it is about one.';

create function heard.tell_of_consent(consent uuid, template text, recipient text) returns void
language plpgsql
set search_path = ''
as $$
declare
  told heard.consents;
  reader heard.people;
begin
  select * into told from heard.consents s where s.id = consent;
  if recipient in ('affected', 'representative') then
    select * into reader from heard.people p
    where p.id = case recipient when 'affected' then told.affected_id else told.representative_id end;
    if reader.email is null then
      return;
    end if;
  end if;

  -- One that waits will say the newest anyway. One that a sender holds may be half written: then another follows.
  perform from heard.outgoing_messages m
  where m.consent_id = consent and m.template = tell_of_consent.template and m.recipient = tell_of_consent.recipient
    and m.sent_at is null and m.failed_at is null and (m.leased_until is null or m.leased_until <= now())
  for update;
  if found then
    return;
  end if;

  insert into heard.outgoing_messages (complaint_id, consent_id, template, recipient, language)
  select c.id, consent, tell_of_consent.template, tell_of_consent.recipient, coalesce(reader.language, c.language)
  from heard.complaints c
  where c.id = told.complaint_id;
end
$$;

comment on function heard.tell_of_consent(uuid, text, text) is
  'Queues a letter about a consent, unless the same one waits already, or its reader has no email address.';

-- Each reader gets what is theirs to know. Who wants to act hears the answer, and nothing of how it came; the key,
-- with which one can answer, goes only to the person and to whoever has to bring them the letter.
create function heard.consent_in_letter(message heard.outgoing_messages) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'state', heard.consent_state(s), 'answer', s.answer,
    'asked_on', (s.asked_at at time zone 'Europe/London')::date,
    'answered_on', (s.answered_at at time zone 'Europe/London')::date,
    'withdrawn_on', (s.withdrawn_at at time zone 'Europe/London')::date,
    'answer_by', (s.expires_at at time zone 'Europe/London')::date - 1,
    'representative', jsonb_build_object('name', r.name, 'email', r.email),
    'affected', jsonb_build_object('name', a.name),
    'key', case
      when message.recipient = 'affected' then s.key_id
      when message.recipient = 'complaints-team' and heard.reached_by(a) = 'post' then s.key_id
      when message.recipient = 'representative' and heard.reached_by(a) = 'representative' then s.key_id
    end
  )
  || case when message.recipient <> 'representative' or heard.consent_state(s) = 'confirmed' then
    jsonb_build_object('may_act', s.may_act, 'may_receive', s.may_receive, 'may_see', s.may_see)
  else '{}' end
  || case when message.recipient <> 'representative' then
    jsonb_build_object(
      'answered_by', s.answered_by, 'typed_name', s.typed_name, 'helper', s.helper, 'go_on_alone', s.go_on_alone,
      'affected', jsonb_build_object('name', a.name, 'email', a.email)
    )
  else '{}' end
  || case when message.recipient = 'complaints-team' then
    jsonb_build_object(
      'reach', s.reach,
      'replied_on', (select max(t.responded_on) from heard.stages t where t.complaint_id = s.complaint_id)
    )
  else '{}' end
  from heard.consents s
  join heard.people a on a.id = s.affected_id
  join heard.people r on r.id = s.representative_id
  where s.id = message.consent_id
$$;

comment on function heard.consent_in_letter(heard.outgoing_messages) is
  'What a letter about a consent is written from, as it stands now and as far as its reader may know; null for a '
  'letter about something else.';

create or replace function api.claim_messages(most integer, lease_seconds integer, of_submission uuid default null)
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
  select (
    heard.letter(claimed.m)::jsonb
    || jsonb_build_object('consent', heard.consent_in_letter(claimed.m))
  )::json
  from claimed
  order by (claimed.m).recipient = 'safeguarding' desc, (claimed.m).not_before, (claimed.m).id;
end
$$;

comment on function api.claim_messages(integer, integer, uuid) is
  'Takes up to most (1 to 100) due messages for lease_seconds (1 to 3600), safeguarding first, and counts the '
  'attempt; of_submission keeps it to one submission. No message is given to two senders within its lease. '
  'Gives each as {id, template, recipient, language, attempts, created_at, complaint, keys, stage, person, consent}; '
  'consent is null for a letter about something else. Refuses with PT400 out-of-range.';

select heard.close_doors();
