-- A letter says the code and the link of whom it is for: both are made again from the key's id.
-- All that is needed to write a letter, and no more.
create or replace function heard.letter(message heard.outgoing_messages) returns json
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
    'keys', heard.keys_of(c.id),
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
  'A message with its complaint, its open keys, stage and complainant; stage is null where it is about none.';

select heard.close_doors();
