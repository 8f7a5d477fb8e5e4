-- One call takes a whole submission: all of it is kept, or nothing is.

-- Tries the candidate references in turn. The insert itself finds out what is taken, so two at once cannot
-- both believe that something is free: the later one waits for the earlier to finish, and then sees it.
create function heard.keep_complaint(submission jsonb) returns uuid
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
      discrimination_flag, discrimination_details, safeguarding_flag, answers, transcript
    )
    select
      (submission ->> 'submission_id')::uuid, candidate, record ->> 'kind', record ->> 'service',
      record ->> 'procedure', submission ->> 'channel', submission ->> 'language', submission ->> 'form_version',
      received.at, (received.at at time zone 'Europe/London')::date,
      record ->> 'happened_on', nullif(record ->> 'late_reason', ''), nullif(record ->> 'location', ''),
      nullif(record ->> 'provider', ''), record ->> 'summary', nullif(record ->> 'desired_outcome', ''),
      record ->> 'told_before', nullif(record ->> 'told_before_details', ''), record ->> 'discrimination_flag',
      nullif(record ->> 'discrimination_details', ''), record ->> 'safeguarding_flag',
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

comment on function heard.keep_complaint(jsonb) is
  'Writes the complaint and gives its id; null where this submission is already kept.';

-- What belongs to a complaint that was just kept.
create function heard.keep_its_parts(complaint uuid, submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  person jsonb := submission #> '{record,person}';
  stage jsonb := nullif(submission -> 'stage', 'null');
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
  'Writes the person, the first stage, the messages and the audit event of a new complaint.';

create function api.submit_complaint(submission jsonb) returns jsonb
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
      'stage_id', s.stage, 'acknowledge_by', s.acknowledge_by, 'respond_by', s.respond_by
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

comment on function api.submit_complaint(jsonb) is
  'Keeps a submission with its person, stage, messages and audit event in one transaction, once for each '
  'submission_id: sent again, it answers with what was kept first, created false, and same_answers false where '
  'the words had changed: the first stand. Uses the first of references that is free. Refuses with PT400 and a '
  'code: unknown-key, wrong-type, missing, out-of-range, not-a-day, not-a-moment, '
  'procedure-and-stage-go-together, or submission-refused, whose detail is the name of the rule that was broken; '
  'with PT409 no-free-reference, to be sent again with others.';

select heard.close_doors();
grant execute on function api.submit_complaint(jsonb) to portal;
