-- The team holds a complaint, and lets it go again, each time saying why.
create function heard.do_hold(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform heard.needs(act, 'act', array['reason']);
  if about.anonymised_at is not null then
    perform heard.refuse('anonymised', 'act.reference');
  end if;
  if heard.on_hold(about.id) then
    perform heard.refuse('already-held', 'act.reference');
  end if;
  insert into heard.holds (id, complaint_id, reason, set_by)
  values ((act ->> 'id')::uuid, about.id, btrim(act ->> 'reason'), 'staff-' || (heard.who_acts()).id);
  return '{"held": true}';
end
$$;

comment on function heard.do_hold(heard.complaints, jsonb) is 'What api.desk_hold does.';

create function api.desk_hold(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$ select heard.do_act('hold', act, '{"reason": "string"}') $$;

comment on function api.desk_hold(jsonb) is
  'The team holds a complaint: {id, reference, reason}. Neither time nor erasure takes anything out of it from then on. '
  'Gives {reference, held}. Refuses as heard.do_act does, and with already-held or anonymised.';

create function heard.do_release(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform heard.needs(act, 'act', array['reason']);
  update heard.holds h
  set lifted_at = now(), lifted_reason = btrim(act ->> 'reason'), lifted_by = 'staff-' || (heard.who_acts()).id
  where h.complaint_id = about.id and h.lifted_at is null;
  if not found then
    perform heard.refuse('not-held', 'act.reference');
  end if;
  return '{"held": false}';
end
$$;

comment on function heard.do_release(heard.complaints, jsonb) is 'What api.desk_release does.';

create function api.desk_release(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$ select heard.do_act('release', act, '{"reason": "string"}') $$;

comment on function api.desk_release(jsonb) is
  'The team lifts the hold on a complaint: {id, reference, reason}. What is past its time goes the next night. Gives '
  '{reference, held}. Refuses as heard.do_act does, and with not-held.';

select heard.close_doors();
grant execute on function api.desk_hold(jsonb) to staff;
grant execute on function api.desk_release(jsonb) to staff;
