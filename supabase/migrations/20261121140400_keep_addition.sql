-- One call keeps an addition. With a code that opens, it goes to the complaint, and a change of contact or needs is
-- made at once. Without one, nothing is looked up: the work is the same whatever the reference is.
create function heard.check_addition(addition jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  perform heard.check_shape(addition, 'addition', '{
    "submission_id": "string", "given": "object", "kind": "string", "reference": "string", "sender_name": "string",
    "sender_email": "string", "person": "object", "language": "string", "form_version": "string",
    "received_at": "string", "answers": "object", "transcript": "array"
  }');
  if addition ->> 'submission_id' is null then
    perform heard.refuse('missing', 'submission_id');
  end if;
  if coalesce(jsonb_typeof(addition -> 'person'), 'null') <> 'null' then
    perform heard.check_shape(addition -> 'person', 'person', '{
      "name": "string", "email": "string", "phone": "string", "postal_address": "string", "reply_route": "string",
      "safe_times": "string", "adjustments": "array", "adjustments_details": "string",
      "interpreter_language": "string"
    }');
  end if;
  for item in select jsonb_array_elements(nullif(addition #> '{person,adjustments}', 'null')) loop
    if jsonb_typeof(item) <> 'string' then
      perform heard.refuse('wrong-type', 'person.adjustments');
    end if;
  end loop;
end
$$;

comment on function heard.check_addition(jsonb) is 'Refuses an addition with a key that is not asked for, or of a wrong type.';

-- What was given takes the place of all that the record had of the same thing, so that an old address is not used.
create function heard.change_person(person uuid, kind text, changed jsonb) returns jsonb
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
  'Changes how a person is reached (kind contact) or what they need (kind needs), and gives what was there before.';

create function heard.write_addition(addition jsonb, key heard.access_keys) returns uuid
language sql
set search_path = ''
as $$
  insert into heard.additions (
    submission_id, complaint_id, person_id, verified, kind, reference, sender_name, sender_email, language,
    form_version, received_at, received_on, answers, transcript
  )
  select
    (addition ->> 'submission_id')::uuid, key.complaint_id, key.person_id, key.id is not null, addition ->> 'kind',
    case when key.id is null then nullif(addition ->> 'reference', '') end,
    case when key.id is null then nullif(addition ->> 'sender_name', '') end,
    case when key.id is null then nullif(addition ->> 'sender_email', '') end,
    addition ->> 'language', addition ->> 'form_version', at, (at at time zone 'Europe/London')::date,
    addition -> 'answers', addition -> 'transcript'
  from (select heard.moment_of(addition ->> 'received_at', 'received_at') as at) as received
  on conflict do nothing
  returning id
$$;

comment on function heard.write_addition(jsonb, heard.access_keys) is
  'Writes an addition, to the key''s complaint where there is a key, and gives its id; null where it is already kept.';

-- The letters that an addition gives rise to: to its sender where they can be written to, and to the team.
create function heard.tell_of_addition(addition uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into heard.outgoing_messages (complaint_id, addition_id, template, recipient, language)
  select a.complaint_id, a.id, letter.template, letter.recipient, a.language
  from heard.additions a
  left join heard.people p on p.id = a.person_id
  cross join lateral (
    values
      ('addition-received', p.role, a.verified and p.reply_route = 'email'),
      -- Whoever had the old address hears of the change: it may not have been theirs to make.
      (
        'contact-changed', 'former-address',
        a.verified and a.kind = 'contact' and a.changed_from ->> 'email' is distinct from p.email
        and a.changed_from ->> 'email' is not null
      ),
      ('addition-unmatched', 'sender', not a.verified and a.sender_email is not null),
      ('new-addition', 'complaints-team', true)
  ) as letter (template, recipient, due)
  where a.id = addition and letter.due;
end
$$;

comment on function heard.tell_of_addition(uuid) is 'Queues the letters about an addition.';

create function api.keep_addition(addition jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  key heard.access_keys;
  kept uuid;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_addition(addition);
  if coalesce(jsonb_typeof(addition -> 'given'), 'null') <> 'null' then
    key := heard.open_key(array['follow'], addition -> 'given');
    -- A wrong code is told before anything is kept, so that it can be put right.
    if key.id is null then
      return jsonb_build_object('opened', false);
    end if;
  end if;

  kept := heard.write_addition(addition, key);
  if kept is not null then
    if key.id is not null then
      update heard.additions a
      set changed_from = heard.change_person(a.person_id, a.kind, addition -> 'person')
      where a.id = kept;
    end if;
    perform heard.tell_of_addition(kept);
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (
      key.complaint_id, 'addition-received', 'portal',
      jsonb_build_object('addition', kept, 'kind', addition ->> 'kind', 'verified', key.id is not null)
    );
  end if;

  return (
    select jsonb_build_object(
      'opened', true, 'key', key.id, 'verified', a.verified, 'kind', a.kind,
      'same_answers', a.answers = addition -> 'answers'
    )
    from heard.additions a
    where a.submission_id = (addition ->> 'submission_id')::uuid
  );
exception
  -- PostgreSQL's own message quotes the failing row, and so what the person wrote. Only the rule's name goes on.
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('addition-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.keep_addition(jsonb) is
  'Keeps an addition once for each submission_id, with its letters: to the complaint that given ({link_proof} or '
  '{reference, code_proof}) opens, or unmatched where given is null. Answers opened false, and keeps nothing, where '
  'given opens nothing. Refuses with PT429 too-many-tries, or PT400 and a code: unknown-key, wrong-type, missing, '
  'not-a-moment, or addition-refused with the name of the rule that was broken.';

select heard.close_doors();
grant execute on function api.keep_addition(jsonb) to portal;
