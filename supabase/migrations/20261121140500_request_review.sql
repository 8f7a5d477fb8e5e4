-- The next stage begins on request, whatever the reasons and however late: the team decides the rest. The site says
-- which stage it is and by when, from council.json; this holds it to the record, in one transaction.
create function api.request_review(review jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
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
  perform heard.check_addition(review -> 'addition');
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

  kept := heard.write_addition(review -> 'addition', key);
  if kept is not null then
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

-- A stage begins after one that has been answered, and not while the complaint is withdrawn.
create function heard.begin_stage(asked uuid, review jsonb, stage jsonb) returns smallint
language plpgsql
set search_path = ''
as $$
declare
  begun smallint;
begin
  insert into heard.stages (
    complaint_id, number, stage, requested_on, request_reasons, request_outcome, request_late_reason,
    acknowledge_by, respond_by
  )
  select
    a.complaint_id, before.number + 1, stage ->> 'id', a.received_on, nullif(review ->> 'reasons', ''),
    nullif(review ->> 'outcome', ''), nullif(review ->> 'late_reason', ''),
    heard.day_of(stage ->> 'acknowledge_by', 'stage.acknowledge_by'),
    heard.day_of(stage ->> 'respond_by', 'stage.respond_by')
  from heard.additions a
  join lateral (
    select s.number, s.responded_on
    from heard.stages s
    where s.complaint_id = a.complaint_id
    order by s.number desc
    limit 1
  ) as before on before.responded_on is not null and before.number + 1 = (stage ->> 'number')::int
  where a.id = asked
    and not exists (
      select from heard.withdrawals w where w.complaint_id = a.complaint_id and w.taken_up_at is null
    )
  returning number into begun;
  update heard.additions a set stage_number = begun where a.id = asked and begun is not null;
  return begun;
end
$$;

comment on function heard.begin_stage(uuid, jsonb, jsonb) is
  'Begins the stage that an addition asks for, and gives its number; null where it is not the next, where the one '
  'before has no reply yet, or while the complaint is withdrawn.';

comment on function api.request_review(jsonb) is
  'Keeps a request for review once for each submission_id: {addition} as keep_addition takes it, of kind review and '
  'with given; {stage} as the site counted it, or null; {template} of the letter to whoever asks; their reasons, '
  'the outcome they want and why they ask late, each or null. Answers begun true where the stage began, and false '
  'where it stays an addition for the team. Answers opened false, and keeps nothing, where given opens nothing. '
  'Refuses as keep_addition does, with review-refused for a rule that was broken.';

-- The letter that a stage after the first is acknowledged by, where the procedure counts the letter as such.
create function heard.acknowledges(template text) returns boolean
language sql
immutable
set search_path = ''
as $$
  select template in ('acknowledgement', 'review-acknowledgement')
$$;

comment on function heard.acknowledges(text) is 'True for a letter that is itself the acknowledgement of its stage.';

create or replace function api.record_message_sent(message_id uuid, provider_id text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  message heard.outgoing_messages;
begin
  select * into message from heard.outgoing_messages m where m.id = record_message_sent.message_id for update;
  if message.id is null then
    perform heard.refuse('no-such-message', 'message_id');
  end if;
  if message.sent_at is not null then
    return;
  end if;
  if record_message_sent.provider_id !~ '^[A-Za-z0-9_-]{1,100}$' then
    perform heard.refuse('wrong-type', 'provider_id');
  end if;

  update heard.outgoing_messages m
  set sent_at = now(), provider_id = record_message_sent.provider_id, leased_until = null, last_failure = null,
    failed_at = null
  where m.id = message.id;

  -- Where a procedure counts the letter as its acknowledgement. The site's clock may run a little ahead of the
  -- database's, over midnight too.
  if heard.acknowledges(message.template) then
    update heard.stages s
    set acknowledged_on = greatest((now() at time zone 'Europe/London')::date, s.requested_on)
    where s.complaint_id = message.complaint_id and s.number = message.stage_number and s.acknowledged_on is null;
  end if;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    message.complaint_id, 'message-sent', 'portal',
    jsonb_build_object('message', message.id, 'template', message.template, 'recipient', message.recipient)
  );
end
$$;

select heard.close_doors();
grant execute on function api.request_review(jsonb) to portal;
grant execute on function api.record_message_sent(uuid, text) to portal;
