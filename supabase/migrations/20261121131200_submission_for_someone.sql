-- A complaint for somebody else comes with three more groups of answers: who writes, for whom, and by what right.
-- The writer is then a representative, or a complainant in their own right (a parent, a carer).
create or replace function heard.check_record(record jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  perform heard.check_shape(record, 'record', '{
    "complaint": "object", "person": "object", "representative": "object", "affected": "object", "authority": "object"
  }');
  perform heard.check_shape(record -> 'complaint', 'record.complaint', '{
    "kind": "string", "service": "string", "procedure": "string", "summary": "string", "happened_on": "string",
    "late_reason": "string", "location": "string", "provider": "string", "desired_outcome": "string",
    "told_before": "string", "told_before_details": "string", "discrimination_flag": "string",
    "discrimination_details": "string", "safeguarding_flag": "string", "made_for": "string"
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
  perform heard.check_shape(coalesce(nullif(record -> 'representative', 'null'), '{}'), 'record.representative', '{
    "relationship": "string", "organisation": "string", "own_reference": "string"
  }');
  perform heard.check_shape(coalesce(nullif(record -> 'affected', 'null'), '{}'), 'record.affected', '{
    "name": "string", "email": "string", "postal_address": "string", "age_group": "string",
    "adjustments_details": "string"
  }');
  perform heard.check_shape(coalesce(nullif(record -> 'authority', 'null'), '{}'), 'record.authority', '{
    "basis": "string", "agreement": "string", "ask_route": "string", "details": "string"
  }');
end
$$;

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
    "answers": "object", "transcript": "array", "messages": "array", "keys": "array", "authority": "object",
    "consent": "object"
  }');
  perform heard.check_record(submission -> 'record');
  perform heard.check_authority(submission);

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

-- By what rule somebody may act, as the site worked it out. Where somebody writes for another there is one; where
-- they write for themself there is none.
create function heard.check_authority(submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  authority jsonb := nullif(submission -> 'authority', 'null');
  item jsonb;
begin
  if (submission #>> '{record,complaint,made_for}' is not distinct from 'someone-else') <> (authority is not null) then
    perform heard.refuse('authority-and-someone-else-go-together', 'authority');
  end if;
  if authority is null then
    return;
  end if;
  perform heard.check_shape(authority, 'authority', '{
    "rule": "string", "evidence": "array", "asks_person": "boolean", "in_own_right": "boolean"
  }');
  for item in select jsonb_array_elements(nullif(authority -> 'evidence', 'null')) loop
    if jsonb_typeof(item) <> 'string' then
      perform heard.refuse('wrong-type', 'authority.evidence');
    end if;
  end loop;
end
$$;

comment on function heard.check_authority(jsonb) is
  'Refuses an authority that is not asked for, or of a wrong shape, or where somebody writes for themself; and its lack where they write for another.';

create or replace function heard.keep_complaint(submission jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  record jsonb := submission #> '{record,complaint}';
  candidate text;
  kept uuid;
begin
  for candidate in select jsonb_array_elements_text(submission -> 'references') loop
    insert into heard.complaints (
      submission_id, reference, kind, service, procedure, channel, language, form_version, received_at, received_on,
      happened_on, late_reason, location, provider, summary, desired_outcome, told_before, told_before_details,
      discrimination_flag, discrimination_details, safeguarding_flag, made_for, answers, transcript
    )
    select
      (submission ->> 'submission_id')::uuid, candidate, record ->> 'kind', record ->> 'service',
      record ->> 'procedure', submission ->> 'channel', submission ->> 'language', submission ->> 'form_version',
      received.at, (received.at at time zone 'Europe/London')::date,
      record ->> 'happened_on', nullif(record ->> 'late_reason', ''), nullif(record ->> 'location', ''),
      nullif(record ->> 'provider', ''), record ->> 'summary', nullif(record ->> 'desired_outcome', ''),
      record ->> 'told_before', nullif(record ->> 'told_before_details', ''), record ->> 'discrimination_flag',
      nullif(record ->> 'discrimination_details', ''), record ->> 'safeguarding_flag', record ->> 'made_for',
      submission -> 'answers', submission -> 'transcript'
    from (select heard.moment_of(submission ->> 'received_at', 'received_at') as at) as received
    on conflict do nothing
    returning id into kept;

    exit when kept is not null;
    if exists (select from heard.complaints where submission_id = (submission ->> 'submission_id')::uuid) then
      return null;
    end if;
  end loop;
  if kept is null then
    perform heard.refuse('no-free-reference', 'references');
  end if;
  return kept;
end
$$;

create or replace function heard.keep_people(complaint uuid, submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  person jsonb := submission #> '{record,person}';
  representative jsonb := submission #> '{record,representative}';
  affected jsonb := submission #> '{record,affected}';
  acts boolean := (submission #>> '{authority,in_own_right}')::boolean is not distinct from false;
  asked text := submission #>> '{record,authority,ask_route}';
begin
  insert into heard.people (
    complaint_id, role, name, email, phone, postal_address, reply_route, safe_times, language, adjustments,
    adjustments_details, interpreter_language, relationship, organisation, own_reference
  )
  values (
    complaint, case when acts then 'representative' else 'complainant' end, nullif(person ->> 'name', ''),
    nullif(person ->> 'email', ''), nullif(person ->> 'phone', ''), nullif(person ->> 'postal_address', ''),
    person ->> 'reply_route', nullif(person ->> 'safe_times', ''), submission ->> 'language',
    array(select jsonb_array_elements_text(nullif(person -> 'adjustments', 'null'))),
    nullif(person ->> 'adjustments_details', ''), nullif(person ->> 'interpreter_language', ''),
    representative ->> 'relationship', nullif(representative ->> 'organisation', ''),
    nullif(representative ->> 'own_reference', '')
  );

  if nullif(affected ->> 'name', '') is not null then
    insert into heard.people (
      complaint_id, role, name, email, postal_address, reply_route, language, adjustments_details, age_group
    )
    values (
      complaint, 'affected', affected ->> 'name', nullif(affected ->> 'email', ''),
      nullif(affected ->> 'postal_address', ''),
      case
        when asked = 'email' then 'email'
        when asked = 'post' and nullif(affected ->> 'postal_address', '') is not null then 'post'
        when asked = 'through-me' then 'representative'
      end,
      submission ->> 'language', nullif(affected ->> 'adjustments_details', ''), affected ->> 'age_group'
    );
  end if;
end
$$;

comment on function heard.keep_people(uuid, jsonb) is
  'Writes the people of a new complaint: the writer, as complainant or representative, and the person they write for.';

-- By what right, and what comes of it.
create function heard.keep_authority(complaint uuid, submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  authority jsonb := nullif(submission -> 'authority', 'null');
  said jsonb := submission #> '{record,authority}';
begin
  if authority is null then
    return;
  end if;
  insert into heard.authorities (
    complaint_id, representative_id, affected_id, rule, evidence, asks_person, basis, agreement, ask_route, details,
    not_needed_at
  )
  values (
    complaint,
    (select id from heard.people p where p.complaint_id = complaint and p.role <> 'affected'),
    (select id from heard.people p where p.complaint_id = complaint and p.role = 'affected'),
    authority ->> 'rule', array(select jsonb_array_elements_text(nullif(authority -> 'evidence', 'null'))),
    coalesce((authority ->> 'asks_person')::boolean, false), said ->> 'basis', said ->> 'agreement',
    said ->> 'ask_route', nullif(said ->> 'details', ''),
    case when (authority ->> 'in_own_right')::boolean then now() end
  );
end
$$;

comment on function heard.keep_authority(uuid, jsonb) is 'Writes by what right somebody acts for another in a new complaint.';

-- A letter goes by post where the representative said so: to the address they gave, or to the one that the team finds.
-- An address that they gave only so that the person is found is no leave to write there.
create function heard.reached_by(person heard.people) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when person.email is not null then 'email'
    when person.reply_route = 'representative' then 'representative'
    when person.postal_address is not null then 'post'
    when exists (
      select from heard.authorities a where a.affected_id = person.id and a.ask_route = 'post'
    ) then 'post'
    else 'representative'
  end
$$;

comment on function heard.reached_by(heard.people) is
  'How the person complained for is asked: by email; by post, which the team does; or through their representative, who prints the letter.';

create or replace function heard.keep_its_parts(complaint uuid, submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  stage jsonb := nullif(submission -> 'stage', 'null');
begin
  perform heard.keep_people(complaint, submission);
  perform heard.keep_authority(complaint, submission);
  perform heard.keep_keys(complaint, nullif(submission -> 'keys', 'null'));
  -- The person is asked in the same transaction, so that nobody acts for somebody who was forgotten.
  if nullif(submission -> 'consent', 'null') is not null then
    perform heard.ask_consent(complaint, submission -> 'consent');
  end if;

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
  'Writes the people, by what right they act, their keys, the first stage, the messages and the audit event of a new complaint.';

select heard.close_doors();
