-- A message may be about an addition, and so about no complaint that is known: it says to whom by what the
-- addition holds. What a letter needs of an addition or a withdrawal goes beside what heard.letter gives.
alter table heard.outgoing_messages
alter column complaint_id drop not null,
add column addition_id uuid references heard.additions on delete cascade,
add column withdrawal_id uuid references heard.withdrawals on delete cascade,
add constraint a_message_is_about_something check (num_nonnulls(complaint_id, addition_id) > 0),
drop constraint recipient_is_known,
add constraint recipient_is_known check (
  recipient in (
    'complainant', 'representative', 'affected', 'complaints-team', 'safeguarding', 'sender', 'former-address'
  )
);

create index messages_of_an_addition on heard.outgoing_messages (addition_id);
create index messages_of_a_withdrawal on heard.outgoing_messages (withdrawal_id);

comment on column heard.outgoing_messages.complaint_id is 'The complaint it is about; null for an addition that nobody has matched.';
comment on column heard.outgoing_messages.addition_id is 'The addition it is about, where it is about one.';
comment on column heard.outgoing_messages.withdrawal_id is 'The withdrawal it is about, where it is about one.';
comment on column heard.outgoing_messages.recipient is
  'Whose letter it is: a role in the complaint, a team, the sender of an addition, or the address that was changed.';

create function heard.letter_beside(message heard.outgoing_messages) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', message.id, 'template', message.template, 'recipient', message.recipient, 'language', message.language,
    'attempts', message.attempts, 'created_at', message.created_at,
    'addition', (
      select jsonb_build_object(
        'kind', a.kind, 'received_on', a.received_on, 'verified', a.verified, 'reference', a.reference,
        'sender_name', a.sender_name, 'sender_email', a.sender_email, 'changed_from', a.changed_from,
        'transcript', a.transcript
      )
      from heard.additions a
      where a.id = message.addition_id
    ),
    'withdrawal', (
      select jsonb_build_object('withdrawn_on', w.withdrawn_on, 'take_up_by', w.take_up_by)
      from heard.withdrawals w
      where w.id = message.withdrawal_id
    )
  )
$$;

comment on function heard.letter_beside(heard.outgoing_messages) is
  'A message with its addition and its withdrawal, each null where it is about none: what goes beside heard.letter.';

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
        or m.addition_id = (select a.id from heard.additions a where a.submission_id = of_submission)
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
    coalesce(heard.letter(claimed.m)::jsonb, '{}') || heard.letter_beside(claimed.m)
    || jsonb_build_object('consent', heard.consent_in_letter(claimed.m))
  )::json
  from claimed
  order by (claimed.m).recipient = 'safeguarding' desc, (claimed.m).not_before, (claimed.m).id;
end
$$;

comment on function api.claim_messages(integer, integer, uuid) is
  'Takes up to most (1 to 100) due messages for lease_seconds (1 to 3600), safeguarding first, and counts the '
  'attempt; of_submission keeps it to one submission, or one addition. No message is given to two senders within '
  'its lease. Gives each as {id, template, recipient, language, attempts, created_at, complaint, keys, stage, '
  'person, consent, addition, withdrawal}; one about an unmatched addition has no complaint. Refuses with PT400 out-of-range.';

select heard.close_doors();
grant execute on function api.claim_messages(integer, integer, uuid) to portal;
