-- A complaint, or an addition, is kept together with its files: in one transaction they get their complaint, their
-- names, and the keys that open them. From then on nothing that the form held is needed; should a process die after
-- it, the scanner finds them here. A file that has gone stops all of it, and is told, so that nobody believes they
-- sent what we have not.
create or replace function heard.refuse(code text, at text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = case code
      when 'no-free-reference' then 'PT409'
      when 'file-gone' then 'PT409'
      when 'no-such-message' then 'PT404'
      when 'too-many-tries' then 'PT429'
      else 'PT400'
    end,
    message = code,
    detail = at;
end
$$;

create function heard.keep_files(of_complaint uuid, of_addition uuid, files jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
  nth bigint;
begin
  if coalesce(jsonb_typeof(files), 'null') = 'null' then
    return;
  end if;
  if jsonb_typeof(files) <> 'array' then
    perform heard.refuse('wrong-type', 'files');
  end if;
  if jsonb_array_length(files) > 10 then
    perform heard.refuse('out-of-range', 'files');
  end if;
  for item, nth in select f.value, f.ordinality from jsonb_array_elements(files) with ordinality as f loop
    perform heard.check_shape(item, 'files', '{"id": "string", "key": "string", "name": "string"}');
    update heard.files f
    set complaint_id = of_complaint, addition_id = of_addition, place = nth, name = item ->> 'name',
      key = item ->> 'key', sent_at = now()
    where f.id = (item ->> 'id')::uuid and f.checked_at is not null and f.sent_at is null and f.forgotten_at is null
      and f.key_proof = encode(sha256(convert_to(item ->> 'key', 'UTF8')), 'hex');
    if not found then
      perform heard.refuse('file-gone', 'files');
    end if;
  end loop;
end
$$;

comment on function heard.keep_files(uuid, uuid, jsonb) is
  'Gives files ([{id, key, name}], 10 at most) to a complaint or to an addition. Refuses with PT409 file-gone where one '
  'is not there, was not checked or was sent before, or the key is not its own; PT400 wrong-type, out-of-range.';

create or replace function api.submit_complaint(submission jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  files jsonb := submission -> 'files';
  rest jsonb := submission - 'files';
  kept uuid;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_submission(rest);
  kept := heard.keep_complaint(rest);
  if kept is not null then
    perform heard.keep_its_parts(kept, rest);
    perform heard.keep_files(kept, null, files);
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

create or replace function api.keep_addition(addition jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  files jsonb := addition -> 'files';
  rest jsonb := addition - 'files';
  key heard.access_keys;
  kept uuid;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_addition(rest);
  if coalesce(jsonb_typeof(rest -> 'given'), 'null') <> 'null' then
    key := heard.open_key(array['follow'], rest -> 'given');
    -- A wrong code is told before anything is kept, so that it can be put right.
    if key.id is null then
      return jsonb_build_object('opened', false);
    end if;
  end if;

  kept := heard.write_addition(rest, key);
  if kept is not null then
    perform heard.keep_files(null, kept, files);
    if key.id is not null then
      update heard.additions a
      set changed_from = heard.change_person(a.person_id, a.kind, rest -> 'person')
      where a.id = kept;
    end if;
    perform heard.tell_of_addition(kept);
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (
      key.complaint_id, 'addition-received', 'portal',
      jsonb_build_object('addition', kept, 'kind', rest ->> 'kind', 'verified', key.id is not null)
    );
  end if;

  return (
    select jsonb_build_object(
      'opened', true, 'key', key.id, 'verified', a.verified, 'kind', a.kind,
      'same_answers', a.answers = rest -> 'answers'
    )
    from heard.additions a
    where a.submission_id = (rest ->> 'submission_id')::uuid
  );
exception
  -- PostgreSQL's own message quotes the failing row, and so what the person wrote. Only the rule's name goes on.
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('addition-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.keep_addition(jsonb) is
  'Keeps an addition once for each submission_id, with its letters and its files ([{id, key, name}]): to the complaint '
  'that given ({link_proof} or {reference, code_proof}) opens, or unmatched where given is null. Answers opened false, '
  'and keeps nothing, where given opens nothing. Refuses with PT409 file-gone, PT429 too-many-tries, or PT400 and a '
  'code: unknown-key, wrong-type, missing, not-a-moment, or addition-refused with the name of the rule that was broken.';

create or replace function api.request_review(review jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  asked jsonb := (review -> 'addition') - 'files';
  key heard.access_keys;
  kept uuid;
  begun smallint;
  stage jsonb := nullif(review -> 'stage', 'null');
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_shape(review, 'review', '{
    "addition": "object", "stage": "object", "template": "string", "reasons": "string", "outcome": "string",
    "late_reason": "string"
  }');
  perform heard.check_addition(asked);
  if stage is not null then
    perform heard.check_shape(stage, 'stage', '{
      "number": "number", "id": "string", "acknowledge_by": "string", "respond_by": "string"
    }');
  end if;
  if review #>> '{addition,kind}' is distinct from 'review' then
    perform heard.refuse('out-of-range', 'addition.kind');
  end if;
  key := heard.open_key(array['follow'], review #> '{addition,given}');
  if key.id is null then
    return jsonb_build_object('opened', false);
  end if;
  -- Two requests at once come one after the other: the second finds the stage open.
  perform from heard.complaints c where c.id = key.complaint_id for update;

  kept := heard.write_addition(asked, key);
  if kept is not null then
    perform heard.keep_files(null, kept, review #> '{addition,files}');
    begun := heard.begin_stage(kept, review, stage);
    if begun is null then
      perform heard.tell_of_addition(kept);
    else
      insert into heard.outgoing_messages (complaint_id, addition_id, stage_number, template, recipient, language)
      select key.complaint_id, kept, begun, letter.template, letter.recipient, review #>> '{addition,language}'
      from heard.people p
      cross join lateral (
        values
          (review ->> 'template', p.role, p.reply_route = 'email'),
          ('new-review', 'complaints-team', true)
      ) as letter (template, recipient, due)
      where p.id = key.person_id and letter.due;
    end if;
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (
      key.complaint_id, case when begun is null then 'addition-received' else 'review-requested' end, 'portal',
      jsonb_build_object('addition', kept, 'kind', 'review', 'verified', true, 'stage', begun)
    );
  end if;

  return (
    select jsonb_build_object(
      'opened', true, 'key', key.id, 'begun', s.number is not null, 'stage', s.stage,
      'acknowledge_by', s.acknowledge_by, 'respond_by', s.respond_by,
      'same_answers', a.answers = review #> '{addition,answers}'
    )
    from heard.additions a
    left join heard.stages s on s.complaint_id = a.complaint_id and s.number = a.stage_number
    where a.submission_id = (review #>> '{addition,submission_id}')::uuid
  );
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('review-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

select heard.close_doors();
grant execute on function api.submit_complaint(jsonb) to portal;
grant execute on function api.keep_addition(jsonb) to portal;
grant execute on function api.request_review(jsonb) to portal;
