-- What the site cannot settle by itself becomes a task for the team: a letter that never arrived, one of which nobody
-- knows whether it did. A task says what and about which complaint, in codes and ids; the desk lists and settles it.
create table heard.team_tasks (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  complaint_id uuid references heard.complaints on delete cascade,
  message_id uuid references heard.outgoing_messages on delete cascade,
  made_at timestamptz not null default now(),
  settled_at timestamptz,

  constraint kind_of_task_is_an_id check (kind ~ '^[a-z0-9-]{1,60}$'),
  constraint one_task_of_a_kind_for_a_message unique (message_id, kind)
);

create index tasks_to_settle on heard.team_tasks (made_at) where settled_at is null;
create index tasks_of_a_complaint on heard.team_tasks (complaint_id);

alter table heard.team_tasks enable row level security;

comment on table heard.team_tasks is 'What the team has to settle, since the site cannot. Holds nothing about a person.';
comment on column heard.team_tasks.id is 'Names the task.';
comment on column heard.team_tasks.kind is
  'What it is: of letters, letter-unknown (it may have arrived or not), letter-not-sent, letter-bounced, '
  'letter-complained (its reader called it unwanted), letters-held (too many in a day for one address) '
  'or letter-to-print (it goes on paper).';
comment on column heard.team_tasks.complaint_id is 'The complaint it is about; null where it is about none that is known.';
comment on column heard.team_tasks.message_id is 'The letter it is about, where it is about one.';
comment on column heard.team_tasks.made_at is 'When it was made.';
comment on column heard.team_tasks.settled_at is 'When it was settled: by the team, or by itself where the letter arrived after all.';

select heard.say_what_becomes('team_tasks', 'goes');

create function heard.make_task(kind text, message heard.outgoing_messages) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into heard.team_tasks (kind, complaint_id, message_id)
  select
    make_task.kind,
    coalesce(message.complaint_id, (select a.complaint_id from heard.additions a where a.id = message.addition_id)),
    message.id
  on conflict on constraint one_task_of_a_kind_for_a_message do nothing;
end
$$;

comment on function heard.make_task(text, heard.outgoing_messages) is
  'Makes a task about a letter; twice is once, also where it was settled in between.';

select heard.close_doors();
