-- More time, with the reason and the new day; and the reply, which answers every point (DOMAIN 1.5 and 2.4).
create function heard.do_extend(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  stage heard.stages := heard.stage_to_work_on(about);
  until date := heard.day_of(act ->> 'until', 'act.until');
  latest date := heard.day_of(act ->> 'latest', 'act.latest');
begin
  perform heard.needs(act, 'act', array['reason', 'until', 'latest']);
  if stage.respond_by is null then
    perform heard.refuse('no-day-to-extend', 'act.reference');
  end if;
  if until <= coalesce(stage.extended_to, stage.respond_by) or until < heard.today() or until > latest then
    perform heard.refuse('out-of-range', 'act.until');
  end if;
  update heard.stages s
  set extended_to = until, extension_reason = btrim(act ->> 'reason'),
    extended_instead_of = coalesce(stage.extended_to, stage.respond_by)
  where s.complaint_id = stage.complaint_id and s.number = stage.number;
  return jsonb_build_object(
    'stage', stage.number, 'until', until, 'letter', heard.write_to_them(about.id, stage.number, 'extended')
  );
end
$$;

comment on function heard.do_extend(heard.complaints, jsonb) is 'What api.desk_extend does.';

create function api.desk_extend(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('extend', act, '{"reason": "string", "until": "string", "latest": "string"}')
$$;

comment on function api.desk_extend(jsonb) is
  'The team needs more time: {id, reference, reason, until, latest: the last day that the procedure allows}. until is '
  'later than what was promised, not past, and not after latest. Letter extended. Gives {reference, stage, until, '
  'letter}. Refuses as heard.do_act and heard.stage_to_work_on do, and with no-day-to-extend, out-of-range.';

create function heard.answer_points(stage heard.stages, answers jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
  nth bigint;
  written boolean := exists (
    select from heard.points p where p.complaint_id = stage.complaint_id and p.stage_number = stage.number
  );
begin
  if coalesce(jsonb_array_length(nullif(answers, 'null')), 0) not between 1 and 50 then
    perform heard.refuse('out-of-range', 'act.points');
  end if;
  for item, nth in select list.answer, list.nth from jsonb_array_elements(answers) with ordinality as list(answer, nth) loop
    perform heard.check_shape(item, 'act.points', '{
      "point": "number", "text": "string", "answer": "string", "decision": "string"
    }');
    perform heard.needs(item, 'act.points', array['answer', case when written then 'point' else 'text' end]);
    if not written then
      insert into heard.points (complaint_id, stage_number, number, text, ours)
      values (stage.complaint_id, stage.number, nth, btrim(item ->> 'text'), true);
    end if;
    update heard.points p
    set answer = btrim(item ->> 'answer'), decision = item ->> 'decision'
    where p.complaint_id = stage.complaint_id and p.stage_number = stage.number and p.answer is null
      and p.number = case when written then (item ->> 'point')::smallint else nth end;
    -- No such point, or one that is answered twice.
    if not found then
      perform heard.refuse('out-of-range', 'act.points');
    end if;
  end loop;
  -- One decision for each point that is ours.
  if exists (
    select from heard.points p
    where p.complaint_id = stage.complaint_id and p.stage_number = stage.number and p.ours and p.decision is null
  ) then
    perform heard.refuse('missing', 'act.points.decision');
  end if;
end
$$;

comment on function heard.answer_points(heard.stages, jsonb) is
  'Writes the answer and the decision on each point of a stage, [{point, answer, decision}]; where nobody has written its '
  'points yet, [{text, answer, decision}] writes them too. Refuses with missing where a point of ours has none.';

create function heard.actions_of(actions jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  if jsonb_array_length(nullif(actions, 'null')) > 20 then
    perform heard.refuse('out-of-range', 'act.actions');
  end if;
  for item in select jsonb_array_elements(nullif(actions, 'null')) loop
    perform heard.check_shape(item, 'act.actions', '{
      "kind": "string", "action": "string", "owner": "string", "by": "string"
    }');
    perform heard.needs(item, 'act.actions', array['kind', 'action', 'owner', 'by']);
    perform heard.day_of(item ->> 'by', 'act.actions.by');
  end loop;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'kind', item_ ->> 'kind', 'what', btrim(item_ ->> 'action'), 'owner', btrim(item_ ->> 'owner'), 'due_on', item_ ->> 'by'
    ) order by nth), '[]')
    from jsonb_array_elements(nullif(actions, 'null')) with ordinality as list(item_, nth)
  );
end
$$;

comment on function heard.actions_of(jsonb) is
  'Actions as a reply brings them, [{kind, action, owner, by}], as heard.stages keeps them.';

-- A complaint that was closed and opened again has been asked once how we did.
create function heard.close_it(about heard.complaints, act jsonb) returns boolean
language sql
set search_path = ''
as $$
  select (api.close_complaint(
    jsonb_build_object('actor', 'staff-' || (heard.who_acts()).id, 'reference', about.reference)
    || case when exists (
      select from heard.access_keys k where k.complaint_id = about.id and k.purpose = 'survey'
    ) then '{}' else
      jsonb_build_object('survey_key', act -> 'survey_key', 'survey_until', act -> 'survey_until')
    end
  ) ->> 'asked')::boolean
$$;

comment on function heard.close_it(heard.complaints, jsonb) is
  'Closes a complaint by api.close_complaint, in the name of whoever acts; true where the person is asked how we did, '
  'which they are once.';

create function heard.do_reply(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  stage heard.stages := heard.stage_to_work_on(about);
  letter text;
begin
  perform heard.needs(act, 'act', array['investigated', 'decision', 'outcome_description']);
  if act ->> 'decision' not in ('upheld', 'partly-upheld', 'not-upheld') then
    perform heard.refuse('out-of-range', 'act.decision');
  end if;
  perform heard.answer_points(stage, act -> 'points');
  update heard.stages s
  set responded_on = greatest(heard.today(), s.requested_on), investigated = btrim(act ->> 'investigated'),
    decision = act ->> 'decision', apology = nullif(act ->> 'apology', ''),
    outcome_description = btrim(act ->> 'outcome_description'), remedy = nullif(act ->> 'remedy', ''),
    remedy_by = heard.day_of(act ->> 'remedy_by', 'act.remedy_by'), learning = nullif(act ->> 'learning', ''),
    learning_kind = act ->> 'learning_kind', actions = heard.actions_of(act -> 'actions')
  where s.complaint_id = stage.complaint_id and s.number = stage.number;
  update heard.complaints c
  set acceptance = 'accepted', theme = coalesce(act ->> 'theme', c.theme)
  where c.id = about.id;
  letter := heard.write_to_them(about.id, stage.number, 'replied');
  return jsonb_build_object(
    'stage', stage.number, 'decision', act ->> 'decision', 'letter', letter,
    'closed', coalesce((act ->> 'close')::boolean, false),
    'asked', case when (act ->> 'close')::boolean then heard.close_it(about, act) else false end
  );
end
$$;

comment on function heard.do_reply(heard.complaints, jsonb) is 'What api.desk_reply does.';

create function api.desk_reply(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('reply', act, '{
    "investigated": "string", "points": "array", "decision": "string", "apology": "string",
    "outcome_description": "string", "remedy": "string", "remedy_by": "string", "learning": "string",
    "learning_kind": "string", "theme": "string", "actions": "array", "close": "boolean", "survey_key": "object",
    "survey_until": "string"
  }')
$$;

comment on function api.desk_reply(jsonb) is
  'The team answers the stage that a complaint stands at: {id, reference, investigated, points [{point, answer, '
  'decision}], decision, apology, outcome_description, remedy, remedy_by, learning, learning_kind, theme, actions [{kind, '
  'action, owner, by}], close, survey_key, survey_until}. With close, as api.desk_close. Letter replied; one to a '
  'representative who may not have it yet is held, and goes once their authority is settled. Gives {reference, stage, '
  'decision, letter, closed, asked}. Refuses as heard.do_act and heard.stage_to_work_on do, and with missing, out-of-range.';

create function heard.do_close(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  if about.closed_at is not null then
    perform heard.refuse('closed-before', 'act.reference');
  end if;
  if exists (
    select from heard.stages s where s.complaint_id = about.id and s.responded_on is null
  ) and not exists (
    select from heard.withdrawals w where w.complaint_id = about.id and w.taken_up_at is null
  ) then
    perform heard.refuse('not-answered', 'act.reference');
  end if;
  return jsonb_build_object('closed', true, 'asked', heard.close_it(about, act));
end
$$;

comment on function heard.do_close(heard.complaints, jsonb) is 'What api.desk_close does.';

create function api.desk_close(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('close', act, '{"survey_key": "object", "survey_until": "string"}')
$$;

comment on function api.desk_close(jsonb) is
  'The team closes what is answered, withdrawn, or needs no reply: {id, reference, survey_key, survey_until}. Letter '
  'survey-invitation, once for a complaint. Gives {reference, closed, asked}. Refuses as heard.do_act and '
  'api.close_complaint do, and with closed-before, not-answered.';

select heard.close_doors();
grant execute on function api.desk_extend(jsonb) to staff;
grant execute on function api.desk_reply(jsonb) to staff;
grant execute on function api.desk_close(jsonb) to staff;
