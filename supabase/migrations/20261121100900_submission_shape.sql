-- What a submission may hold. It is written down once, here; what each text may be is held by the constraints
-- of the table that keeps it.
create function heard.check_submission(submission jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  perform heard.check_shape(submission, 'submission', '{
    "submission_id": "string", "references": "array", "form_version": "string", "language": "string",
    "channel": "string", "received_at": "string", "record": "object", "stage": "object",
    "answers": "object", "transcript": "array", "messages": "array"
  }');
  perform heard.check_shape(submission -> 'record', 'record', '{"complaint": "object", "person": "object"}');
  perform heard.check_shape(submission #> '{record,complaint}', 'record.complaint', '{
    "kind": "string", "service": "string", "procedure": "string", "summary": "string", "happened_on": "string",
    "late_reason": "string", "location": "string", "provider": "string", "desired_outcome": "string",
    "told_before": "string", "told_before_details": "string", "discrimination_flag": "string",
    "discrimination_details": "string", "safeguarding_flag": "string"
  }');
  perform heard.check_shape(submission #> '{record,person}', 'record.person', '{
    "name": "string", "email": "string", "phone": "string", "postal_address": "string",
    "reply_route": "string", "safe_times": "string", "adjustments": "array",
    "adjustments_details": "string", "interpreter_language": "string"
  }');

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
  for item in select jsonb_array_elements(nullif(submission #> '{record,person,adjustments}', 'null')) loop
    if jsonb_typeof(item) <> 'string' then
      perform heard.refuse('wrong-type', 'record.person.adjustments');
    end if;
  end loop;
end
$$;

comment on function heard.check_submission(jsonb) is 'Refuses a submission with a key that is not asked for, or of a wrong type.';

select heard.close_doors();
