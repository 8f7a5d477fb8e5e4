-- A report, or a comment, becomes a complaint when whoever sent it asks: by their own code or link, once, with its
-- first stage and its letters in the same transaction. Asked again, it answers with what stands.
create function api.open_report(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  opened heard.access_keys;
begin
  opened := heard.open_key(array['follow'], given);
  if opened.id is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'reference', c.reference, 'kind', c.kind, 'service', c.service, 'language', c.language,
      'safeguarding_flag', c.safeguarding_flag, 'received_at', coalesce(c.reported_at, c.received_at),
      'role', p.role, 'reply_route', p.reply_route
    )
    from heard.complaints c
    left join heard.people p on p.id = opened.person_id
    where c.id = opened.complaint_id
  );
end
$$;

comment on function api.open_report(jsonb) is
  'What {link_proof}, or {reference, code_proof}, opens, as {reference, kind, service, language, '
  'safeguarding_flag, received_at, role, reply_route}: what is needed to make it a complaint, and no word of it. Null '
  'where it opens nothing. Refuses with PT429 too-many-tries.';

create function heard.check_turn(turn jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  perform heard.check_shape(turn, 'turn', '{
    "received_at": "string", "procedure": "string", "stage": "object", "reasons": "string", "exchange": "object",
    "messages": "array"
  }');
  if turn ->> 'procedure' is null then
    perform heard.refuse('procedure-and-stage-go-together', 'stage');
  end if;
  perform heard.check_shape(turn -> 'stage', 'stage', '{
    "id": "string", "acknowledge_by": "string", "respond_by": "string"
  }');
  if coalesce(jsonb_typeof(turn -> 'exchange'), 'null') <> 'null' then
    perform heard.check_shape(turn -> 'exchange', 'exchange', '{"id": "string", "question": "string", "answer": "array"}');
  end if;
  if coalesce(jsonb_array_length(nullif(turn -> 'messages', 'null')), 0) > 20 then
    perform heard.refuse('out-of-range', 'messages');
  end if;
  for item in select jsonb_array_elements(nullif(turn -> 'messages', 'null')) loop
    perform heard.check_shape(item, 'messages', '{"template": "string", "recipient": "string"}');
  end loop;
end
$$;

comment on function heard.check_turn(jsonb) is 'Refuses what would make a report a complaint with a key that is not asked for, or of a wrong type.';

create function heard.become_complaint(of_complaint uuid, turn jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  stage jsonb := turn -> 'stage';
  exchange jsonb := nullif(turn -> 'exchange', 'null');
  before heard.complaints;
begin
  select * into before from heard.complaints c where c.id = of_complaint;

  update heard.complaints c
  set kind = 'complaint', procedure = turn ->> 'procedure', reported_as = before.kind,
    reported_at = before.received_at, report_closed_at = before.closed_at, closed_at = null,
    received_at = greatest(turned.at, before.received_at),
    received_on = (greatest(turned.at, before.received_at) at time zone 'Europe/London')::date,
    -- What is said now comes first: it is what the complaint is about.
    transcript = case when exchange is null then c.transcript else jsonb_build_array(exchange) || c.transcript end
  from (select heard.moment_of(turn ->> 'received_at', 'received_at') as at) as turned
  where c.id = of_complaint;

  insert into heard.stages (complaint_id, number, stage, requested_on, request_reasons, acknowledge_by, respond_by)
  select
    c.id, 1, stage ->> 'id', c.received_on, nullif(turn ->> 'reasons', ''),
    heard.day_of(stage ->> 'acknowledge_by', 'stage.acknowledge_by'),
    heard.day_of(stage ->> 'respond_by', 'stage.respond_by')
  from heard.complaints c
  where c.id = of_complaint;

  insert into heard.outgoing_messages (complaint_id, stage_number, template, recipient, language)
  select of_complaint, 1, message ->> 'template', message ->> 'recipient', before.language
  from jsonb_array_elements(nullif(turn -> 'messages', 'null')) as message;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (of_complaint, 'became-a-complaint', 'portal', jsonb_build_object('from', before.kind));
end
$$;

comment on function heard.become_complaint(uuid, jsonb) is
  'Turns a report or a comment into a complaint, with its first stage, its messages and an audit event.';

create function api.treat_as_complaint(given jsonb, turn jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  opened heard.access_keys;
  found heard.complaints;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_turn(turn);
  opened := heard.open_key(array['follow'], given);
  if opened.id is null then
    return null;
  end if;
  -- Two at once wait for each other here, and the later one finds a complaint.
  select * into found from heard.complaints c where c.id = opened.complaint_id for update;
  if found.kind = 'compliment' then
    return null;
  end if;
  if found.kind <> 'complaint' then
    perform heard.become_complaint(found.id, turn);
  end if;

  return (
    select jsonb_build_object(
      'reference', c.reference, 'received_at', c.received_at, 'created', found.kind <> 'complaint',
      'submission_id', c.submission_id,
      'keys', heard.keys_of(c.id), 'acknowledge_by', s.acknowledge_by, 'respond_by', s.respond_by
    )
    from heard.complaints c
    left join heard.stages s on s.complaint_id = c.id and s.number = 1
    where c.id = found.id
  );
exception
  -- PostgreSQL's own message quotes the failing row, and so what the person wrote. Only the rule's name goes on.
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('submission-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.treat_as_complaint(jsonb, jsonb) is
  'Makes a complaint of the report or comment that given opens ({link_proof}, or {reference, code_proof}), from '
  'turn {received_at, procedure, stage {id, acknowledge_by, respond_by}, reasons, exchange, messages}. Once: what '
  'is a complaint already stays as it is, and the answer says created false. Null where given opens nothing, or '
  'thanks. Refuses with PT400 unknown-key, wrong-type, out-of-range, not-a-day, not-a-moment, '
  'procedure-and-stage-go-together or submission-refused, and with PT429 too-many-tries.';

select heard.close_doors();
grant execute on function api.open_report(jsonb) to portal;
grant execute on function api.treat_as_complaint(jsonb, jsonb) to portal;
