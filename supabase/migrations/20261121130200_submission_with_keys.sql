-- A submission brings the keys of its people: what they follow their complaint with. It is written in parts, so
-- that a later migration can change one of them alone.
-- The record of a submission, as its own questions have it.
create function heard.check_record(record jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  perform heard.check_shape(record, 'record', '{"complaint": "object", "person": "object"}');
  perform heard.check_shape(record -> 'complaint', 'record.complaint', '{
    "kind": "string", "service": "string", "procedure": "string", "summary": "string", "happened_on": "string",
    "late_reason": "string", "location": "string", "provider": "string", "desired_outcome": "string",
    "told_before": "string", "told_before_details": "string", "discrimination_flag": "string",
    "discrimination_details": "string", "safeguarding_flag": "string"
  }');
  perform heard.check_shape(record -> 'person', 'record.person', '{
    "name": "string", "email": "string", "phone": "string", "postal_address": "string",
    "reply_route": "string", "safe_times": "string", "adjustments": "array",
    "adjustments_details": "string", "interpreter_language": "string"
  }');
  for item in select jsonb_array_elements(nullif(record #> '{person,adjustments}', 'null')) loop
    if jsonb_typeof(item) <> 'string' then
      perform heard.refuse('wrong-type', 'record.person.adjustments');
    end if;
  end loop;
end
$$;

comment on function heard.check_record(jsonb) is 'Refuses a record with a key that no question has, or of a wrong type.';

create or replace function heard.check_submission(submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  perform heard.check_shape(submission, 'submission', '{
    "submission_id": "string", "references": "array", "form_version": "string", "language": "string",
    "channel": "string", "received_at": "string", "record": "object", "stage": "object",
    "answers": "object", "transcript": "array", "messages": "array", "keys": "array"
  }');
  perform heard.check_record(submission -> 'record');

  if coalesce(jsonb_typeof(submission -> 'stage'), 'null') <> 'null' then
    perform heard.check_shape(submission -> 'stage', 'stage', '{
      "id": "string", "acknowledge_by": "string", "acknowledged_on": "string", "respond_by": "string"
    }');
  end if;
  -- A procedure has a first stage; nothing else has.
  if (submission #>> '{record,complaint,procedure}' is null) <> (submission #>> '{stage,id}' is null) then
    perform heard.refuse('procedure-and-stage-go-together', 'stage');
  end if;

  if submission #>> '{submission_id}' is null then
    perform heard.refuse('missing', 'submission_id');
  end if;
  if coalesce(jsonb_array_length(nullif(submission -> 'references', 'null')), 0) not between 1 and 20 then
    perform heard.refuse('out-of-range', 'references');
  end if;
  for item in select jsonb_array_elements(submission -> 'references') loop
    if jsonb_typeof(item) <> 'string' then
      perform heard.refuse('wrong-type', 'references');
    end if;
  end loop;
  if coalesce(jsonb_array_length(nullif(submission -> 'messages', 'null')), 0) > 20 then
    perform heard.refuse('out-of-range', 'messages');
  end if;
  for item in select jsonb_array_elements(nullif(submission -> 'messages', 'null')) loop
    perform heard.check_shape(item, 'messages', '{"template": "string", "recipient": "string"}');
  end loop;
  if coalesce(jsonb_array_length(nullif(submission -> 'keys', 'null')), 0) > 10 then
    perform heard.refuse('out-of-range', 'keys');
  end if;
  for item in select jsonb_array_elements(nullif(submission -> 'keys', 'null')) loop
    perform heard.check_shape(item, 'keys', '{
      "id": "string", "purpose": "string", "role": "string", "code_proof": "string", "link_proof": "string"
    }');
  end loop;
end
$$;

-- Who takes part in a complaint that was just kept.
create function heard.keep_people(complaint uuid, submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  person jsonb := submission #> '{record,person}';
begin
  insert into heard.people (
    complaint_id, role, name, email, phone, postal_address, reply_route, safe_times, language, adjustments,
    adjustments_details, interpreter_language
  )
  values (
    complaint, 'complainant', nullif(person ->> 'name', ''), nullif(person ->> 'email', ''),
    nullif(person ->> 'phone', ''), nullif(person ->> 'postal_address', ''), person ->> 'reply_route',
    nullif(person ->> 'safe_times', ''), submission ->> 'language',
    array(select jsonb_array_elements_text(nullif(person -> 'adjustments', 'null'))),
    nullif(person ->> 'adjustments_details', ''), nullif(person ->> 'interpreter_language', '')
  );
end
$$;

comment on function heard.keep_people(uuid, jsonb) is 'Writes the people of a new complaint.';

create function heard.keep_keys(complaint uuid, keys jsonb) returns void
language sql
set search_path = ''
as $$
  insert into heard.access_keys (id, complaint_id, person_id, purpose, code_proof, link_proof)
  select
    (key ->> 'id')::uuid, complaint,
    (select p.id from heard.people p where p.complaint_id = complaint and p.role = key ->> 'role'),
    key ->> 'purpose', key ->> 'code_proof', key ->> 'link_proof'
  from jsonb_array_elements(keys) as key
$$;

comment on function heard.keep_keys(uuid, jsonb) is
  'Writes the keys of a complaint: [{id, purpose, role, code_proof, link_proof}], each for the person in that role.';

create function heard.keys_of(complaint uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('id', k.id, 'purpose', k.purpose, 'role', p.role) order by k.issued_at, k.id), '[]'
  )
  from heard.access_keys k
  left join heard.people p on p.id = k.person_id
  where k.complaint_id = complaint and k.closed_at is null
$$;

comment on function heard.keys_of(uuid) is 'The open keys of a complaint as [{id, purpose, role}]: what its letters derive codes and links from.';

-- What belongs to a complaint that was just kept.
create or replace function heard.keep_its_parts(complaint uuid, submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  stage jsonb := nullif(submission -> 'stage', 'null');
begin
  perform heard.keep_people(complaint, submission);
  perform heard.keep_keys(complaint, nullif(submission -> 'keys', 'null'));

  if stage is not null then
    insert into heard.stages (complaint_id, number, stage, requested_on, acknowledge_by, acknowledged_on, respond_by)
    select
      complaint, 1, stage ->> 'id', c.received_on, heard.day_of(stage ->> 'acknowledge_by', 'stage.acknowledge_by'),
      heard.day_of(stage ->> 'acknowledged_on', 'stage.acknowledged_on'),
      heard.day_of(stage ->> 'respond_by', 'stage.respond_by')
    from heard.complaints c
    where c.id = complaint;
  end if;

  insert into heard.outgoing_messages (complaint_id, stage_number, template, recipient, language)
  select
    complaint, case when stage is not null then 1 end, message ->> 'template', message ->> 'recipient',
    submission ->> 'language'
  from jsonb_array_elements(nullif(submission -> 'messages', 'null')) as message;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (complaint, 'complaint-received', 'portal', jsonb_build_object('channel', submission ->> 'channel'));
end
$$;

comment on function heard.keep_its_parts(uuid, jsonb) is
  'Writes the people, their keys, the first stage, the messages and the audit event of a new complaint.';

create or replace function api.submit_complaint(submission jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  kept uuid;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_submission(submission);
  kept := heard.keep_complaint(submission);
  if kept is not null then
    perform heard.keep_its_parts(kept, submission);
  end if;

  return (
    select jsonb_build_object(
      'reference', c.reference, 'received_at', c.received_at, 'created', kept is not null,
      'same_answers', c.answers = submission -> 'answers',
      'keys', heard.keys_of(c.id), 'stage_id', s.stage, 'acknowledge_by', s.acknowledge_by, 'respond_by', s.respond_by
    )
    from heard.complaints c
    left join heard.stages s on s.complaint_id = c.id and s.number = 1
    where c.submission_id = (submission ->> 'submission_id')::uuid
  );
exception
  -- PostgreSQL's own message quotes the failing row, and so what the person wrote. Only the rule's name goes on.
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('submission-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

select heard.close_doors();
grant execute on function api.submit_complaint(jsonb) to portal;
