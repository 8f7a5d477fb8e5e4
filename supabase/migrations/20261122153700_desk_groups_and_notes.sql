-- Smaller things that the team does: complaints about one thing are joined, something is noted, and what came without a
-- code finds its complaint.
create function heard.do_join_group(about heard.complaints, act jsonb) returns jsonb
language sql
set search_path = ''
as $$
  select jsonb_build_object('group', api.join_group(jsonb_build_object(
    'actor', heard.actor(), 'about', nullif(btrim(act ->> 'about'), ''),
    'references', jsonb_build_array(about.reference) || coalesce(nullif(act -> 'with', 'null'), '[]')
  )) -> 'group')
$$;

comment on function heard.do_join_group(heard.complaints, jsonb) is 'What api.desk_join_group does.';

create function api.desk_join_group(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('join-group', act, '{"with": "array", "about": "string"}')
$$;

comment on function api.desk_join_group(jsonb) is
  'The team joins a complaint to others about the same thing: {id, reference, with: their references, about}, as '
  'api.join_group. Gives {reference, group}. Refuses as heard.do_act and api.join_group do.';

create function heard.do_leave_group(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  if about.group_id is null then
    perform heard.refuse('in-no-group', 'act.reference');
  end if;
  perform api.leave_group(jsonb_build_object('actor', heard.actor(), 'reference', about.reference));
  return jsonb_build_object('group', about.group_id);
end
$$;

comment on function heard.do_leave_group(heard.complaints, jsonb) is 'What api.desk_leave_group does.';

create function api.desk_leave_group(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('leave-group', act, '{}')
$$;

comment on function api.desk_leave_group(jsonb) is
  'The team takes a complaint out of its group: {id, reference}. Gives {reference, group}. Refuses as heard.do_act does, '
  'and with in-no-group.';

create function heard.do_note(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform heard.needs(act, 'act', array['text']);
  insert into heard.notes (id, complaint_id, by_staff, text)
  values ((act ->> 'id')::uuid, about.id, (heard.who_acts()).id, btrim(act ->> 'text'));
  return '{}';
end
$$;

comment on function heard.do_note(heard.complaints, jsonb) is 'What api.desk_note does.';

create function api.desk_note(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('note', act, '{"text": "string"}')
$$;

comment on function api.desk_note(jsonb) is
  'The team notes something of a complaint for itself: {id, reference, text}. Gives {reference}. Refuses as heard.do_act does.';

create function heard.do_match_addition(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  matched uuid;
begin
  perform heard.needs(act, 'act', array['addition']);
  -- It stays unverified: that somebody knew which complaint it was is no proof of who they are.
  update heard.additions a set complaint_id = about.id
  where a.id = (act ->> 'addition')::uuid and not a.verified and a.complaint_id is null
  returning a.id into matched;
  if matched is null then
    perform heard.refuse('nothing-to-match', 'act.addition');
  end if;
  return jsonb_build_object('addition', matched);
end
$$;

comment on function heard.do_match_addition(heard.complaints, jsonb) is 'What api.desk_match_addition does.';

create function api.desk_match_addition(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('match-addition', act, '{"addition": "string"}')
$$;

comment on function api.desk_match_addition(jsonb) is
  'The team puts what came without a code to its complaint: {id, reference, addition}. It changes nothing of the people. '
  'Gives {reference, addition}. Refuses as heard.do_act does, and with nothing-to-match.';

-- A letter that was posted needs no more tries by email. Where it is the acknowledgement, it has been acknowledged.
create function heard.do_printed(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  posted heard.outgoing_messages;
begin
  perform heard.needs(act, 'act', array['message']);
  select * into posted from heard.outgoing_messages m
  where m.id = (act ->> 'message')::uuid and m.complaint_id = about.id
    and m.recipient in ('complainant', 'representative', 'affected')
  for update;
  if posted.id is null or posted.printed_at is not null then
    perform heard.refuse('nothing-to-print', 'act.message');
  end if;
  update heard.outgoing_messages m
  set printed_at = now(), leased_until = null,
    failed_at = case when m.sent_at is null then coalesce(m.failed_at, now()) end,
    last_failure = case when m.sent_at is null then coalesce(m.last_failure, 'to-print') end
  where m.id = posted.id;
  if heard.acknowledges(posted.template) then
    update heard.stages s set acknowledged_on = greatest(heard.today(), s.requested_on)
    where s.complaint_id = about.id and s.number = posted.stage_number and s.acknowledged_on is null;
  end if;
  return jsonb_build_object('message', posted.id, 'template', posted.template);
end
$$;

comment on function heard.do_printed(heard.complaints, jsonb) is 'What api.desk_printed does.';

create function api.desk_printed(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  -- A letter says itself which complaint it is of.
  select heard.do_act(
    'printed',
    act || jsonb_build_object('reference', (
      select c.reference from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
      where m.id::text = act ->> 'message'
    )),
    '{"message": "string"}'
  )
$$;

comment on function api.desk_printed(jsonb) is
  'The team printed and posted a letter: {id, message}. It is not tried by email any more. Gives {reference, '
  'message, template}. Refuses as heard.do_act does, and with nothing-to-print.';

select heard.close_doors();
grant execute on function api.desk_join_group(jsonb) to staff;
grant execute on function api.desk_leave_group(jsonb) to staff;
grant execute on function api.desk_note(jsonb) to staff;
grant execute on function api.desk_match_addition(jsonb) to staff;
grant execute on function api.desk_printed(jsonb) to staff;
