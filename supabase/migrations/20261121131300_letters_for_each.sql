-- A letter is made from what its reader may know, and is given no more: who acts for somebody gets what they wrote
-- themselves; the person they act for gets who it is and about which service, and not a word of the complaint.
create function heard.letter_person(complaint uuid, recipient text) returns json
language sql
stable
set search_path = ''
as $$
  select json_build_object(
    'role', p.role, 'name', p.name, 'email', p.email, 'phone', p.phone, 'postal_address', p.postal_address,
    'reply_route', p.reply_route, 'safe_times', p.safe_times, 'language', p.language,
    'adjustments', p.adjustments, 'adjustments_details', p.adjustments_details,
    'interpreter_language', p.interpreter_language
  )
  from heard.people p
  where p.complaint_id = complaint and (p.role = 'affected') = (recipient = 'affected')
  order by p.role = recipient desc, p.role = 'complainant' desc
  limit 1
$$;

comment on function heard.letter_person(uuid, text) is
  'The person a letter is for; for a letter to a team, who wrote.';

create function heard.letter_acting(complaint uuid, recipient text) returns json
language sql
stable
set search_path = ''
as $$
  select case recipient
    when 'affected' then json_build_object(
      'representative', json_build_object(
        'name', r.name, 'relationship', r.relationship, 'organisation', r.organisation
      )
    )
    when 'complaints-team' then json_build_object(
      'rule', a.rule, 'evidence', a.evidence, 'asks_person', a.asks_person, 'basis', a.basis,
      'agreement', a.agreement, 'ask_route', a.ask_route, 'details', a.details, 'state', heard.authority_state(a),
      'representative', json_build_object(
        'name', r.name, 'relationship', r.relationship, 'organisation', r.organisation,
        'own_reference', r.own_reference
      ),
      'affected', (
        select json_build_object(
          'name', p.name, 'email', p.email, 'postal_address', p.postal_address, 'age_group', p.age_group,
          'adjustments_details', p.adjustments_details
        )
        from heard.people p
        where p.id = a.affected_id
      )
    )
    else json_build_object(
      'rule', a.rule, 'evidence', a.evidence, 'asks_person', a.asks_person, 'ask_route', a.ask_route,
      'state', heard.authority_state(a),
      'representative', json_build_object(
        'name', r.name, 'relationship', r.relationship, 'organisation', r.organisation,
        'own_reference', r.own_reference
      ),
      'affected', (select json_build_object('name', p.name) from heard.people p where p.id = a.affected_id)
    )
  end
  from heard.authorities a
  join heard.people r on r.id = a.representative_id
  where a.complaint_id = complaint
$$;

comment on function heard.letter_acting(uuid, text) is
  'Who acts for whom and by what right, as far as the letter''s reader may know; null where nobody does.';

create function heard.letter_keys(complaint uuid, recipient text) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(key), '[]')
  from jsonb_array_elements(heard.keys_of(complaint)) as key
  where case
    when recipient = 'affected' then key ->> 'role' = 'affected'
    -- A letter to print and pass on has the code that the person answers with.
    when recipient = 'representative' then key ->> 'role' <> 'affected' or exists (
      select from heard.authorities a where a.complaint_id = complaint and a.ask_route = 'through-me'
    )
    else true
  end
$$;

comment on function heard.letter_keys(uuid, text) is 'The open keys of a complaint that a letter to this recipient may say.';

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
    'acting', heard.letter_acting(c.id, message.recipient)
  )
  from heard.complaints c
  where c.id = message.complaint_id
$$;

comment on function heard.letter(heard.outgoing_messages) is
  'A message with its complaint, open keys, stage, the person it is for (for a team: who wrote) and who acts for whom, '
  'each only as far as its reader may know; stage and acting are null where there is none.';

select heard.close_doors();
