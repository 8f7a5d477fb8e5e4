-- A task is settled by whoever has seen to it. A letter that goes on paper is such a task, until it is posted.
create function heard.do_settle_task(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  settled heard.team_tasks;
begin
  update heard.team_tasks t set settled_at = now()
  where t.id::text = act ->> 'task' and t.settled_at is null and t.complaint_id is not distinct from about.id
  returning * into settled;
  if settled.id is null then
    perform heard.refuse('nothing-to-settle', 'act.task');
  end if;
  return jsonb_build_object('task', settled.id, 'kind', settled.kind);
end
$$;

comment on function heard.do_settle_task(heard.complaints, jsonb) is 'What api.desk_settle_task does.';

create function api.desk_settle_task(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  -- A task says itself which complaint it is about, if any.
  select heard.do_act(
    'settle-task',
    act || jsonb_build_object('reference', (
      select c.reference from heard.team_tasks t join heard.complaints c on c.id = t.complaint_id
      where t.id::text = act ->> 'task'
    )),
    '{"task": "string"}',
    false
  )
$$;

comment on function api.desk_settle_task(jsonb) is
  'The team has seen to a task: {id, task}. Gives {reference, task, kind}; reference is null for one about no complaint. '
  'Refuses as heard.do_act does, and with nothing-to-settle.';

create function heard.task_for_paper() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.printed_at is not null then
    update heard.team_tasks t set settled_at = now() where t.message_id = new.id and t.settled_at is null;
  elsif new.last_failure = 'to-print' then
    perform heard.make_task('letter-to-print', new);
  end if;
  return null;
end
$$;

comment on function heard.task_for_paper() is
  'Makes the task letter-to-print of a letter that goes on paper, and settles what tasks it has once it is posted.';

create trigger a_letter_on_paper_is_a_task
after insert or update of last_failure, printed_at on heard.outgoing_messages
for each row execute function heard.task_for_paper();

select heard.close_doors();
grant execute on function api.desk_settle_task(jsonb) to staff;
