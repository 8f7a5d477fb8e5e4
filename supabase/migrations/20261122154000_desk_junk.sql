-- The team's own word on what looks as if nobody wrote it goes before any sign.
create function heard.do_junk(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform heard.needs(act, 'act', array['junk']);
  perform heard.say_junk(about.id, (act ->> 'junk')::boolean);
  return jsonb_build_object('junk', (act ->> 'junk')::boolean);
end
$$;

comment on function heard.do_junk(heard.complaints, jsonb) is 'What api.desk_junk does.';

create function api.desk_junk(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('junk', act, '{"junk": "boolean"}')
$$;

comment on function api.desk_junk(jsonb) is
  'The team says whether a complaint is junk: {id, reference, junk}. Its letters are then held, or go. Gives {reference, '
  'junk}. Refuses as heard.do_act does.';

select heard.close_doors();
grant execute on function api.desk_junk(jsonb) to staff;
