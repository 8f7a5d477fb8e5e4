-- The team says what it understood: the points, the outcome wanted, who handles it and until when (DOMAIN 1.5 and 2.3).
create function heard.stage_to_work_on(found heard.complaints) returns heard.stages
language plpgsql
set search_path = ''
as $$
declare
  stage heard.stages;
begin
  if found.acceptance is not distinct from 'refused' then
    perform heard.refuse('refused-before', 'act.reference');
  end if;
  select * into stage from heard.stages s where s.complaint_id = found.id order by s.number desc limit 1;
  if stage.number is null then
    perform heard.refuse('no-stage', 'act.reference');
  end if;
  if stage.responded_on is not null then
    perform heard.refuse('answered-before', 'act.reference');
  end if;
  if exists (select from heard.withdrawals w where w.complaint_id = found.id and w.taken_up_at is null) then
    perform heard.refuse('withdrawn', 'act.reference');
  end if;
  if found.closed_at is not null then
    perform heard.refuse('closed-before', 'act.reference');
  end if;
  return stage;
end
$$;

comment on function heard.stage_to_work_on(heard.complaints) is
  'The stage that a complaint stands at, which is not answered yet. Refuses with refused-before, no-stage, '
  'answered-before, withdrawn or closed-before.';

create function heard.today() returns date
language sql
stable
set search_path = ''
as $$
  select (now() at time zone 'Europe/London')::date
$$;

comment on function heard.today() is 'The day in Europe/London.';

-- Another stage is decided by somebody new (the Ombudsman's Code, section 6), where the council's procedure says so.
create function heard.name_handler(stage heard.stages, act jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  handler jsonb := act -> 'handler';
begin
  perform heard.check_shape(handler, 'act.handler', '{
    "name": "string", "role": "string", "phone": "string", "email": "string"
  }');
  perform heard.needs(handler, 'act.handler', array['name', 'role']);
  if (act ->> 'new_decider')::boolean and exists (
    select from heard.stages s
    where s.complaint_id = stage.complaint_id and s.number < stage.number
      and lower(btrim(s.investigator)) = lower(btrim(handler ->> 'name'))
  ) then
    perform heard.refuse('decided-before', 'act.handler.name');
  end if;
  update heard.stages s
  set investigator = handler ->> 'name', investigator_role = handler ->> 'role',
    investigator_phone = nullif(handler ->> 'phone', ''), investigator_email = nullif(handler ->> 'email', '')
  where s.complaint_id = stage.complaint_id and s.number = stage.number;
end
$$;

comment on function heard.name_handler(heard.stages, jsonb) is
  'Writes down who handles a stage: act.handler {name, role, phone, email}. With act.new_decider it refuses with '
  'decided-before whoever handled a stage before.';

create function heard.write_points(stage heard.stages, points jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  if coalesce(jsonb_array_length(nullif(points, 'null')), 0) not between 1 and 50 then
    perform heard.refuse('out-of-range', 'act.points');
  end if;
  for item in select jsonb_array_elements(points) loop
    perform heard.check_shape(item, 'act.points', '{"text": "string", "ours": "boolean", "whose": "string"}');
    perform heard.needs(item, 'act.points', array['text', 'ours']);
  end loop;
  delete from heard.points p where p.complaint_id = stage.complaint_id and p.stage_number = stage.number;
  insert into heard.points (complaint_id, stage_number, number, text, ours, whose)
  select
    stage.complaint_id, stage.number, nth, btrim(point ->> 'text'), (point ->> 'ours')::boolean,
    nullif(point ->> 'whose', '')
  from jsonb_array_elements(points) with ordinality as list(point, nth);
end
$$;

comment on function heard.write_points(heard.stages, jsonb) is
  'Writes the points of a stage, [{text, ours, whose}], in the place of those there were.';

create function heard.do_acknowledge(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  stage heard.stages := heard.stage_to_work_on(about);
  reply_by date := heard.day_of(act ->> 'respond_by', 'act.respond_by');
begin
  -- A day that was promised may come nearer, and is put off by an extension alone.
  if reply_by < heard.today() or reply_by > stage.respond_by then
    perform heard.refuse('out-of-range', 'act.respond_by');
  end if;
  perform heard.write_points(stage, act -> 'points');
  perform heard.name_handler(stage, act);
  update heard.complaints c set acceptance = 'accepted' where c.id = about.id;
  update heard.stages s
  set acknowledged_on = coalesce(s.acknowledged_on, greatest(heard.today(), s.requested_on)),
    understood_outcome = nullif(act ->> 'outcome', ''), respond_by = coalesce(reply_by, s.respond_by)
  where s.complaint_id = stage.complaint_id and s.number = stage.number;
  return jsonb_build_object(
    'stage', stage.number, 'letter', heard.write_to_them(about.id, stage.number, 'acknowledged')
  );
end
$$;

comment on function heard.do_acknowledge(heard.complaints, jsonb) is 'What api.desk_acknowledge does.';

create function api.desk_acknowledge(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('acknowledge', act, '{
    "points": "array", "outcome": "string", "handler": "object", "new_decider": "boolean", "respond_by": "string"
  }')
$$;

comment on function api.desk_acknowledge(jsonb) is
  'The team acknowledges the stage that a complaint stands at, and takes it on: {id, reference, points [{text, ours, '
  'whose}], outcome, handler {name, role, phone, email}, new_decider, respond_by}. Again, before the reply, it writes the '
  'points anew. The first day of acknowledgement stays; respond_by may bring the day of the reply nearer, or agree one. '
  'Letter acknowledged. Gives {reference, stage, letter}. Refuses as heard.do_act and heard.stage_to_work_on do, and '
  'with out-of-range, decided-before.';

create function heard.do_assign(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  stage heard.stages := heard.stage_to_work_on(about);
  before constant jsonb := heard.desk_in_letter(about.id, stage.number) -> 'handler';
  told boolean;
begin
  perform heard.name_handler(stage, act);
  -- Until the acknowledgement nobody has been told a name, and the acknowledgement says it.
  told := before <> 'null' and before is distinct from heard.desk_in_letter(about.id, stage.number) -> 'handler'
    and exists (
      select from heard.outgoing_messages m
      where m.complaint_id = about.id and m.stage_number = stage.number and m.template = 'acknowledged'
    );
  return jsonb_build_object(
    'stage', stage.number,
    'letter', case when told then heard.write_to_them(about.id, stage.number, 'handler-changed') else 'none' end
  );
end
$$;

comment on function heard.do_assign(heard.complaints, jsonb) is 'What api.desk_assign does.';

create function api.desk_assign(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('assign', act, '{"handler": "object", "new_decider": "boolean"}')
$$;

comment on function api.desk_assign(jsonb) is
  'The team says who handles the stage that a complaint stands at: {id, reference, handler {name, role, phone, email}, '
  'new_decider}. Letter handler-changed where the person was told another. Gives {reference, stage, letter}. Refuses as '
  'heard.do_act and heard.stage_to_work_on do, and with decided-before.';

select heard.close_doors();
grant execute on function api.desk_acknowledge(jsonb) to staff;
grant execute on function api.desk_assign(jsonb) to staff;
