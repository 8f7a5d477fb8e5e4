-- Somebody rings: they have moved, the letter came back, they need large print. The team makes the change that the
-- person could make with their code, and it is kept as that one is: as something that came later, with what was there
-- before. Whoever had the old address hears of it, since it may not have been theirs to change; and what did not reach
-- the person goes again, whoever made the change.
create function heard.send_again(reader heard.people) returns void
language sql
set search_path = ''
as $$
  with theirs as (
    update heard.team_tasks t set settled_at = now()
    from heard.outgoing_messages m
    where m.id = t.message_id and m.complaint_id = reader.complaint_id and m.recipient = reader.role
      and t.settled_at is null and t.kind in ('letter-to-print', 'letter-bounced', 'letter-not-sent')
    returning m.id
  ), old as (
    update heard.outgoing_messages m set last_failure = 'settled' from theirs where m.id = theirs.id
    returning m.*
  )
  insert into heard.outgoing_messages (
    complaint_id, stage_number, consent_id, addition_id, withdrawal_id, template, recipient, language, behind
  )
  select
    o.complaint_id, o.stage_number, o.consent_id, o.addition_id, o.withdrawal_id, o.template, o.recipient,
    reader.language, o.behind
  from old o
$$;

comment on function heard.send_again(heard.people) is
  'Queues anew, as letters of their own, what did not reach somebody or waits to be posted to them, and settles the tasks. '
  'What may have arrived is not sent again.';

create or replace function heard.change_person(person uuid, kind text, changed jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  before jsonb;
begin
  if kind = 'contact' then
    select jsonb_build_object(
      'reply_route', p.reply_route, 'email', p.email, 'phone', p.phone, 'postal_address', p.postal_address,
      'safe_times', p.safe_times
    ) into before
    from heard.people p where p.id = person for update;
    update heard.people p
    set reply_route = changed ->> 'reply_route', email = nullif(changed ->> 'email', ''),
      phone = nullif(changed ->> 'phone', ''), postal_address = nullif(changed ->> 'postal_address', ''),
      safe_times = nullif(changed ->> 'safe_times', '')
    where p.id = person;
    -- Whom it is about is asked again instead, with a key of its own.
    perform heard.send_again(p)
    from heard.people p
    where p.id = person and p.role <> 'affected' and p.reply_route = 'email' and p.email is not null
      and (before ->> 'email' is distinct from p.email or before ->> 'reply_route' is distinct from 'email');
  elsif kind = 'needs' then
    select jsonb_build_object(
      'adjustments', p.adjustments, 'adjustments_details', p.adjustments_details,
      'interpreter_language', p.interpreter_language
    ) into before
    from heard.people p where p.id = person for update;
    update heard.people p
    set adjustments = array(select jsonb_array_elements_text(nullif(changed -> 'adjustments', 'null'))),
      adjustments_details = nullif(changed ->> 'adjustments_details', ''),
      interpreter_language = nullif(changed ->> 'interpreter_language', '')
    where p.id = person;
  end if;
  return before;
end
$$;

comment on function heard.change_person(uuid, text, jsonb) is
  'Changes how a person is reached (kind contact) or what they need (kind needs), and gives what was there before. To an '
  'email address that is new goes again what did not reach them.';

-- A link that went to somebody else's address must not answer for the person: it stops, and they are asked anew.
create function heard.ask_again(asked heard.people, key jsonb) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  open heard.consents;
begin
  select * into open from heard.consents s
  where s.affected_id = asked.id and s.answered_at is null and s.claimed_at is null and heard.consent_state(s) = 'asked'
  for update;
  if open.id is null then
    return false;
  end if;
  if key ->> 'purpose' is distinct from 'consent' or key ->> 'role' is distinct from 'affected' then
    perform heard.refuse('missing', 'act.key');
  end if;
  update heard.access_keys k set closed_at = now() where k.id = open.key_id;
  perform heard.keep_keys(asked.complaint_id, jsonb_build_array(key));
  update heard.consents s set key_id = (key ->> 'id')::uuid where s.id = open.id;
  perform heard.stop_asking(open.id);
  if asked.email is not null then
    perform heard.tell_of_consent(open.id, 'consent-request', 'affected');
  else
    perform heard.remind(open.id);
  end if;
  return true;
end
$$;

comment on function heard.ask_again(heard.people, jsonb) is
  'Asks somebody who was asked for consent and has not answered again, with a new key of purpose consent, and closes the '
  'one before; false where nothing is asked of them. Refuses with PT400 missing without the key.';

create function heard.do_change_person(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  told jsonb := act -> 'addition';
  changed heard.people;
  before jsonb;
  kept uuid;
begin
  perform heard.needs(act, 'act', array['role', 'addition']);
  perform heard.check_addition(told);
  if told ->> 'submission_id' is distinct from act ->> 'id' or coalesce(jsonb_typeof(told -> 'given'), 'null') <> 'null' then
    perform heard.refuse('wrong-type', 'act.addition');
  end if;
  if told ->> 'kind' is null or told ->> 'kind' not in ('contact', 'needs') then
    perform heard.refuse('out-of-range', 'act.addition.kind');
  end if;
  -- What it does not say is taken away, so it says something.
  perform heard.needs(told, 'act.addition', array['person']);
  if told ->> 'kind' = 'contact' and coalesce(told #>> '{person,reply_route}', '') not in ('email', 'phone', 'post')
    or coalesce(jsonb_typeof(told -> 'person'), '') <> 'object'
  then
    perform heard.refuse('out-of-range', 'act.addition.person');
  end if;
  select * into changed from heard.people p where p.complaint_id = about.id and p.role = act ->> 'role' for update;
  -- Who was erased by themself is nobody any more.
  if changed.id is null or about.anonymised_at is not null or changed.language = 'und' then
    perform heard.refuse('no-such-person', 'act.role');
  end if;

  kept := heard.write_addition(told, null);
  if kept is null then
    perform heard.refuse('not-yours', 'act.id');
  end if;
  before := heard.change_person(changed.id, told ->> 'kind', told -> 'person');
  select * into changed from heard.people p where p.id = changed.id;
  update heard.additions a
  set complaint_id = about.id, person_id = changed.id, verified = true, changed_from = before,
    reference = null, sender_name = null, sender_email = null
  where a.id = kept;

  if told ->> 'kind' = 'contact' and changed.role = 'affected' then
    perform heard.ask_again(changed, act -> 'key');
  end if;
  -- Whom it is about may not know of the complaint: what they hear, they hear of what they are asked.
  insert into heard.outgoing_messages (complaint_id, addition_id, template, recipient, language, failed_at, last_failure)
  select
    about.id, kept, letter.template, letter.recipient, changed.language,
    case when letter.on_paper then now() end, case when letter.on_paper then 'to-print' end
  from (
    values
      ('addition-received', changed.role, changed.reply_route = 'post', changed.reply_route in ('email', 'post')),
      (
        'contact-changed', 'former-address', false,
        told ->> 'kind' = 'contact' and before ->> 'email' is distinct from changed.email and before ->> 'email' is not null
      )
  ) as letter (template, recipient, on_paper, due)
  where changed.role <> 'affected' and letter.due;
  return jsonb_build_object('role', changed.role, 'kind', told ->> 'kind', 'addition', kept);
end
$$;

comment on function heard.do_change_person(heard.complaints, jsonb) is 'What api.desk_change_person does.';

create function api.desk_change_person(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('change-person', act, '{"role": "string", "addition": "object", "key": "object"}')
$$;

comment on function api.desk_change_person(jsonb) is
  'The team changes how somebody in a complaint is reached, or what they need, as they asked: {id, reference, role, '
  'addition, key}. addition is what api.keep_addition takes, of kind contact or needs, with id as its submission_id and no '
  'given. What it says takes the place of all that the record had of the same thing. They have a letter about it, by '
  'email or on paper, and so has an old email address. key, of purpose consent: with it whom it is about is asked again, '
  'where they were asked and have not answered. Gives {reference, role, kind, addition}. Refuses as heard.do_act does, '
  'and with out-of-range or no-such-person.';

comment on column heard.additions.person_id is 'Whose key it came with, or whom the team changed; null where it came without.';
comment on column heard.additions.submission_id is
  'Hash of the id that the form made, or the id of the desk''s act: the same one sent twice is one addition.';
comment on column heard.additions.verified is
  'True where it came with the code or the link, or where the team wrote it down and was sure of who asked.';

select heard.close_doors();
grant execute on function api.desk_change_person(jsonb) to staff;
