-- Whose turn it is. Word of somebody at risk goes first. Then the newest letters and those that have waited longest
-- share turns, so that neither a heap of hopeless tries nor a flood of new letters keeps the other from going. What has
-- a mark (see marks) goes once nothing else is due, and of what counts as junk one letter a turn: a flood of it must not
-- make the council write to thousands who never asked. What the team says is junk stays. All times are this database's:
-- a sender's clock may jump.
drop index heard.messages_to_send;
create index messages_to_send on heard.outgoing_messages (not_before)
where sent_at is null and failed_at is null and behind = 0;
create index messages_never_tried on heard.outgoing_messages (created_at)
where sent_at is null and failed_at is null and behind = 0 and first_attempt_at is null;
create index messages_behind on heard.outgoing_messages (behind, not_before)
where sent_at is null and failed_at is null and behind > 0;

create or replace function api.claim_messages(most integer, lease_seconds integer, of_submission uuid default null)
returns setof json
language plpgsql
security definer
set search_path = ''
as $$
declare
  taken uuid[];
begin
  if most is null or most not between 1 and 100 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  if lease_seconds is null or lease_seconds not between 1 and 3600 then
    perform heard.refuse('out-of-range', 'lease_seconds');
  end if;

  -- What counts for a day, and for a month: a sender looks each minute.
  delete from heard.written_to w where w.written_at <= now() - interval '1 day';
  delete from heard.mail_events e where e.seen_at <= now() - interval '30 days';

  if of_submission is null then
    taken := heard.take_turn('risk', most, '{}');
    taken := heard.take_turn('new', (most - cardinality(taken)) / 2, taken);
    taken := heard.take_turn('old', most - cardinality(taken), taken);
    taken := heard.take_turn('marked', most - cardinality(taken), taken);
    taken := heard.take_turn('junk', least(1, most - cardinality(taken)), taken);
  else
    taken := heard.take_turn_of(of_submission, most);
  end if;

  return query
  with claimed as (
    update heard.outgoing_messages m
    set attempts = m.attempts + 1, last_attempt_at = now(),
      first_attempt_at = coalesce(m.first_attempt_at, now()),
      leased_until = now() + make_interval(secs => lease_seconds)
    where m.id = any (taken)
    returning m
  )
  select (
    coalesce(heard.letter(claimed.m)::jsonb, '{}') || heard.letter_beside(claimed.m)
    || jsonb_build_object('consent', heard.consent_in_letter(claimed.m))
  )::json
  from claimed
  order by array_position(taken, (claimed.m).id);
end
$$;

comment on function api.claim_messages(integer, integer, uuid) is
  'Takes up to most (1 to 100) due messages for lease_seconds (1 to 3600), and counts the attempt: safeguarding first, '
  'then the newest and the oldest by turns, then what has a mark, then one that counts as junk. of_submission keeps it '
  'to one submission, or one addition, and takes nothing that is marked. No message is given to two senders within its lease. Gives each '
  'as {id, template, recipient, language, attempts, created_at, complaint, keys, stage, person, consent, addition, '
  'withdrawal, files, desk}; one about an unmatched addition has no complaint. Refuses with PT400 out-of-range.';

-- Each row is locked before it is looked at for good, and one that another sender has locked is left to it: so two at
-- once never take the same, and neither waits.
create function heard.take_turn(turn text, most integer, taken uuid[]) returns uuid[]
language plpgsql
set search_path = ''
as $$
declare
  more uuid[];
begin
  case turn
    when 'risk' then
      with due as (
        select m.id from heard.outgoing_messages m
        where m.sent_at is null and m.failed_at is null and m.behind <= 1 and m.not_before <= now()
          and (m.leased_until is null or m.leased_until <= now()) and m.recipient = 'safeguarding'
        order by m.not_before, m.id limit most for update skip locked
      )
      select array_agg(due.id) into more from due;
    when 'new' then
      with due as (
        select m.id from heard.outgoing_messages m
        where m.sent_at is null and m.failed_at is null and m.behind = 0 and m.first_attempt_at is null
          and m.not_before <= now() and (m.leased_until is null or m.leased_until <= now()) and m.id <> all (taken)
        order by m.created_at desc, m.id limit most for update skip locked
      )
      select array_agg(due.id) into more from due;
    when 'old' then
      with due as (
        select m.id from heard.outgoing_messages m
        where m.sent_at is null and m.failed_at is null and m.behind = 0 and m.not_before <= now()
          and (m.leased_until is null or m.leased_until <= now()) and m.id <> all (taken)
        order by m.not_before, m.id limit most for update skip locked
      )
      select array_agg(due.id) into more from due;
    when 'marked' then
      with due as (
        select m.id from heard.outgoing_messages m
        where m.sent_at is null and m.failed_at is null and m.behind = 1 and m.not_before <= now()
          and (m.leased_until is null or m.leased_until <= now()) and m.id <> all (taken)
        order by m.not_before, m.id limit most for update skip locked
      )
      select array_agg(due.id) into more from due;
    when 'junk' then
      with due as (
        select m.id from heard.outgoing_messages m
        where m.sent_at is null and m.failed_at is null and m.behind = 2 and m.not_before <= now()
          and (m.leased_until is null or m.leased_until <= now())
        order by m.recipient = 'safeguarding' desc, m.not_before, m.id limit most for update skip locked
      )
      select array_agg(due.id) into more from due;
  end case;
  return taken || coalesce(more, '{}');
end
$$;

comment on function heard.take_turn(text, integer, uuid[]) is
  'Locks up to most due messages of one turn (risk, new, old, marked or junk) and gives their ids after those taken before.';

create function heard.take_turn_of(submission uuid, most integer) returns uuid[]
language plpgsql
set search_path = ''
as $$
declare
  of_complaint constant uuid := (select c.id from heard.complaints c where c.submission_id = submission);
  of_addition constant uuid := (select a.id from heard.additions a where a.submission_id = submission);
  taken uuid[];
begin
  with due as (
    select m.id from heard.outgoing_messages m
    where (m.complaint_id = of_complaint or m.addition_id = of_addition)
      and m.sent_at is null and m.failed_at is null and m.behind = 0 and m.not_before <= now()
      and (m.leased_until is null or m.leased_until <= now())
    order by m.recipient = 'safeguarding' desc, m.not_before, m.id
    limit most
    for update skip locked
  )
  select array_agg(due.id) into taken from due;
  return coalesce(taken, '{}');
end
$$;

comment on function heard.take_turn_of(uuid, integer) is
  'The same for the letters of one submission, or one addition, which leave as soon as it is answered.';

select heard.close_doors();
grant execute on function api.claim_messages(integer, integer, uuid) to mailer;
