-- A letter that an officer's act gives rise to is written from what the act kept. Who acts for somebody without its
-- being settled that they may is told who handles it and by when, and not a word of what was found.
create function heard.is_of_the_desk(template text) returns boolean
language sql
immutable
set search_path = ''
as $$
  select template in (
    'acknowledged', 'handler-changed', 'extended', 'replied', 'next-stage', 'not-taken-on', 'authority-accepted',
    'authority-refused'
  )
$$;

comment on function heard.is_of_the_desk(text) is 'True for a letter that an act of the desk gives rise to.';

create function heard.desk_in_letter(of_complaint uuid, stage smallint) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'handler', case when s.investigator is not null then jsonb_build_object(
      'name', s.investigator, 'role', s.investigator_role, 'phone', s.investigator_phone, 'email', s.investigator_email
    ) end,
    'points', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'text', p.text, 'ours', p.ours, 'whose', p.whose, 'answer', p.answer, 'decision', p.decision
      ) order by p.number), '[]')
      from heard.points p
      where p.complaint_id = c.id and p.stage_number = s.number
    ),
    'desired_outcome', coalesce(
      s.understood_outcome, s.request_outcome, case when coalesce(s.number, 1) = 1 then c.desired_outcome end
    ),
    'investigated', s.investigated, 'decision', s.decision, 'apology', s.apology,
    'outcome_description', s.outcome_description, 'remedy', s.remedy, 'remedy_by', s.remedy_by, 'learning', s.learning,
    'actions', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object('action', done ->> 'what', 'owner', done ->> 'owner', 'by', done ->> 'due_on') order by nth
        ),
        '[]'
      )
      from jsonb_array_elements(s.actions) with ordinality as list(done, nth)
    ),
    'extension', case when s.extended_to is not null then jsonb_build_object(
      'reason', s.extension_reason, 'until', s.extended_to, 'instead_of', coalesce(s.extended_instead_of, s.respond_by)
    ) end,
    'refusal', case when c.refused_because is not null then jsonb_build_object(
      'reason', c.refused_because, 'explanation', c.refusal_reason, 'where_else', c.refused_where_else
    ) end,
    'authority', (
      select jsonb_build_object('refused_because', a.refusal_reason)
      from heard.authorities a
      where a.complaint_id = c.id and a.refused_at is not null
      limit 1
    ),
    'requested_on', s.requested_on, 'replied_on', s.responded_on
  )
  from heard.complaints c
  left join heard.stages s on s.complaint_id = c.id and s.number = desk_in_letter.stage
  where c.id = of_complaint
$$;

comment on function heard.desk_in_letter(uuid, smallint) is
  'All that the team wrote of one stage of a complaint, as a letter says it: {handler, points, desired_outcome, '
  'investigated, decision, apology, outcome_description, remedy, remedy_by, learning, actions, extension, refusal, '
  'authority, requested_on, replied_on}.';

create function heard.may_hear_all(of_complaint uuid, recipient text) returns boolean
language sql
stable
set search_path = ''
as $$
  select recipient = 'complainant'
    or (recipient = 'representative' and heard.authority_of(of_complaint) in ('not-needed', 'confirmed'))
$$;

comment on function heard.may_hear_all(uuid, text) is
  'True for whoever complains for themself, and for who acts for somebody once it is settled that they may get our replies.';

create function heard.desk_for_reader(message heard.outgoing_messages) returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when not heard.is_of_the_desk(message.template) then null
    when message.recipient not in ('complainant', 'representative') then null
    when heard.may_hear_all(message.complaint_id, message.recipient) then
      whole || '{"may_be_told": true}'
    else whole || jsonb_build_object(
      'may_be_told', false, 'points', '[]'::jsonb, 'desired_outcome', null, 'investigated', null, 'decision', null, 'apology', null,
      'outcome_description', null, 'remedy', null, 'remedy_by', null, 'learning', null, 'actions', '[]'::jsonb
    )
    || case when whole -> 'extension' <> 'null' then
      jsonb_build_object('extension', whole -> 'extension' || '{"reason": ""}')
    else '{}' end
    || case when whole -> 'refusal' <> 'null' then
      jsonb_build_object('refusal', whole -> 'refusal' || '{"explanation": null, "where_else": null}')
    else '{}' end
  end
  from (select heard.desk_in_letter(message.complaint_id, message.stage_number) as whole) as told
$$;

comment on function heard.desk_for_reader(heard.outgoing_messages) is
  'heard.desk_in_letter as far as the letter''s reader may know, with may_be_told; null for a letter that no act of the desk gave rise to.';

create or replace function heard.letter(message heard.outgoing_messages) returns json
language sql
stable
set search_path = ''
as $$
  select json_build_object(
    'id', message.id, 'template', message.template, 'recipient', message.recipient, 'language', message.language,
    'attempts', message.attempts, 'created_at', message.created_at,
    'complaint', case when message.recipient = 'affected' then
      json_build_object(
        'id', c.id, 'reference', c.reference, 'kind', c.kind, 'service', c.service, 'procedure', c.procedure,
        'channel', c.channel, 'language', c.language, 'received_at', c.received_at, 'received_on', c.received_on,
        'summary', '', 'desired_outcome', null, 'discrimination_flag', null, 'safeguarding_flag', null,
        'transcript', '[]'::json
      )
    else
      json_build_object(
        'id', c.id, 'reference', c.reference, 'kind', c.kind, 'service', c.service, 'procedure', c.procedure,
        'channel', c.channel, 'language', c.language, 'received_at', c.received_at, 'received_on', c.received_on,
        'summary', c.summary, 'desired_outcome', c.desired_outcome, 'discrimination_flag', c.discrimination_flag,
        'safeguarding_flag', c.safeguarding_flag, 'transcript', c.transcript
      )
    end,
    'keys', heard.letter_keys(c.id, message.recipient),
    'stage', (
      select json_build_object(
        'number', s.number, 'id', s.stage, 'requested_on', s.requested_on, 'acknowledge_by', s.acknowledge_by,
        'acknowledged_on', s.acknowledged_on, 'respond_by', s.respond_by
      )
      from heard.stages s
      where s.complaint_id = c.id and s.number = message.stage_number
    ),
    'person', heard.letter_person(c.id, message.recipient),
    'acting', heard.letter_acting(c.id, message.recipient),
    'desk', heard.desk_for_reader(message)
  )
  from heard.complaints c
  where c.id = message.complaint_id
$$;

comment on function heard.letter(heard.outgoing_messages) is
  'A message with its complaint, open keys, stage, the person it is for (for a team: who wrote), who acts for whom and '
  'what the desk wrote, each only as far as its reader may know; stage, acting and desk are null where there is none.';

create function heard.write_to_them(of_complaint uuid, stage smallint, template text) returns text
language plpgsql
set search_path = ''
as $$
declare
  reader heard.people;
  by_email boolean;
  acts heard.authorities;
begin
  select * into reader from heard.people p
  where p.complaint_id = of_complaint and p.role <> 'affected'
  order by p.role = 'complainant' desc
  limit 1;
  if reader.id is null or reader.reply_route = 'anonymous' then
    return 'nobody';
  end if;
  if reader.role = 'representative' then
    select * into acts from heard.authorities a where a.representative_id = reader.id;
    if acts.refused_at is not null and write_to_them.template <> 'authority-refused' then
      return 'nobody';
    end if;
    -- What was found is the person's own: it waits until it is settled that their representative may have it.
    if write_to_them.template = 'replied' and not heard.may_hear_all(of_complaint, reader.role) then
      return 'held';
    end if;
  end if;

  by_email := reader.email is not null and reader.reply_route is not distinct from 'email';
  insert into heard.outgoing_messages (
    complaint_id, stage_number, template, recipient, language, failed_at, last_failure
  )
  values (
    of_complaint, write_to_them.stage, write_to_them.template, reader.role, reader.language,
    case when not by_email then now() end, case when not by_email then 'to-print' end
  );
  return case when by_email then 'email' else 'print' end;
end
$$;

comment on function heard.write_to_them(uuid, smallint, text) is
  'Queues a letter of the desk to whoever complained, and says how it goes: email; print, for the team to post or to read '
  'out, where they did not choose email; held, a reply to a representative who may not have it yet; nobody.';

select heard.close_doors();
