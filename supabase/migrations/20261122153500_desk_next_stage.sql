-- The next stage, where somebody asked the team for it; and what is not taken on, with the reason and the way to the
-- Ombudsman (the Ombudsman's Code, sections 2 and 6). What begins another stage is open again.
create or replace function heard.begin_stage(asked uuid, review jsonb, stage jsonb) returns smallint
language plpgsql
set search_path = ''
as $$
declare
  begun smallint;
  of_complaint uuid;
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
  returning number, complaint_id into begun, of_complaint;
  update heard.additions a set stage_number = begun where a.id = asked and begun is not null;
  update heard.complaints c set closed_at = null where c.id = of_complaint and begun is not null;
  return begun;
end
$$;

create function heard.do_next_stage(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  next_ jsonb := act -> 'stage';
  asked_on date := heard.day_of(act ->> 'requested_on', 'act.requested_on');
  before heard.stages;
begin
  perform heard.check_shape(next_, 'act.stage', '{
    "number": "number", "id": "string", "acknowledge_by": "string", "respond_by": "string"
  }');
  perform heard.needs(next_, 'act.stage', array['number', 'id']);
  perform heard.needs(act, 'act', array['requested_on']);
  if about.acceptance is not distinct from 'refused' then
    perform heard.refuse('refused-before', 'act.reference');
  end if;
  select * into before from heard.stages s where s.complaint_id = about.id order by s.number desc limit 1;
  if before.responded_on is null then
    perform heard.refuse('not-answered', 'act.reference');
  end if;
  if exists (select from heard.withdrawals w where w.complaint_id = about.id and w.taken_up_at is null) then
    perform heard.refuse('withdrawn', 'act.reference');
  end if;
  if (next_ ->> 'number')::integer <> before.number + 1 then
    perform heard.refuse('out-of-range', 'act.stage');
  end if;
  if asked_on not between before.responded_on and heard.today() then
    perform heard.refuse('out-of-range', 'act.requested_on');
  end if;
  insert into heard.stages (
    complaint_id, number, stage, requested_on, request_reasons, request_outcome, acknowledge_by, respond_by
  )
  values (
    about.id, before.number + 1, next_ ->> 'id', asked_on, nullif(act ->> 'reasons', ''), nullif(act ->> 'outcome', ''),
    heard.day_of(next_ ->> 'acknowledge_by', 'act.stage.acknowledge_by'),
    heard.day_of(next_ ->> 'respond_by', 'act.stage.respond_by')
  );
  update heard.complaints c set closed_at = null where c.id = about.id;
  return jsonb_build_object(
    'stage', before.number + 1, 'letter', heard.write_to_them(about.id, (before.number + 1)::smallint, 'next-stage')
  );
end
$$;

comment on function heard.do_next_stage(heard.complaints, jsonb) is 'What api.desk_next_stage does.';

create function api.desk_next_stage(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('next-stage', act, '{
    "stage": "object", "requested_on": "string", "reasons": "string", "outcome": "string"
  }')
$$;

comment on function api.desk_next_stage(jsonb) is
  'The team begins the next stage, as the person asked: {id, reference, stage {number, id, acknowledge_by, respond_by} from '
  'council.json, requested_on, reasons, outcome}. No reasons are needed. What was closed is open again. Letter '
  'next-stage. Gives {reference, stage, letter}. Refuses as heard.do_act does, and with refused-before, not-answered, '
  'withdrawn, out-of-range.';

create function heard.do_refuse(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  stage smallint := (select max(s.number) from heard.stages s where s.complaint_id = about.id);
begin
  perform heard.needs(act, 'act', array['reason', 'explanation']);
  if about.kind <> 'complaint' then
    perform heard.refuse('no-stage', 'act.reference');
  end if;
  if about.acceptance is not distinct from 'refused' then
    perform heard.refuse('refused-before', 'act.reference');
  end if;
  if exists (select from heard.stages s where s.complaint_id = about.id and s.responded_on is not null) then
    perform heard.refuse('answered-before', 'act.reference');
  end if;
  if exists (select from heard.withdrawals w where w.complaint_id = about.id and w.taken_up_at is null) then
    perform heard.refuse('withdrawn', 'act.reference');
  end if;
  if about.closed_at is not null then
    perform heard.refuse('closed-before', 'act.reference');
  end if;
  -- Nothing more is to be done, so it is closed; nobody is asked how we did.
  update heard.complaints c
  set acceptance = 'refused', refusal_reason = btrim(act ->> 'explanation'), refusal_kind = act ->> 'kind',
    refused_because = act ->> 'reason', refused_where_else = nullif(act ->> 'where_else', ''),
    refused_on = heard.today(), closed_at = now()
  where c.id = about.id;
  return jsonb_build_object(
    'reason', act ->> 'reason', 'letter', heard.write_to_them(about.id, stage, 'not-taken-on')
  );
end
$$;

comment on function heard.do_refuse(heard.complaints, jsonb) is 'What api.desk_refuse does.';

create function api.desk_refuse(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('refuse', act, '{
    "reason": "string", "kind": "string", "explanation": "string", "where_else": "string"
  }')
$$;

comment on function api.desk_refuse(jsonb) is
  'The team does not take a complaint on: {id, reference, reason: out-of-time, other-route, already-decided, court, '
  'not-ours or other; kind: its id in council.json, for reports; explanation, where_else}. It is closed. Letter '
  'not-taken-on, with the Ombudsman. Gives {reference, reason, letter}. Refuses as heard.do_act does, and with missing, '
  'no-stage, refused-before, answered-before, withdrawn, closed-before.';

select heard.close_doors();
grant execute on function api.desk_next_stage(jsonb) to staff;
grant execute on function api.desk_refuse(jsonb) to staff;
