-- What makes a complaint look as if no person wrote it. It is taken all the same, since a sign can be wrong and words
-- that are turned away are lost; but its letters wait behind all others, and the team sees it in a list of its own.
create table heard.marks (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid references heard.complaints on delete cascade,
  addition_id uuid references heard.additions on delete cascade,
  mark text not null,
  marked_at timestamptz not null default now(),

  constraint marks_one_thing check (num_nonnulls(complaint_id, addition_id) = 1),
  constraint mark_is_known check (
    mark in ('origin', 'quick', 'hidden-field', 'many', 'flood', 'junk', 'not-junk')
  ),
  constraint one_mark_of_a_kind_for_a_complaint unique (complaint_id, mark),
  constraint one_mark_of_a_kind_for_an_addition unique (addition_id, mark)
);

-- No policy: the owner's functions are the only way in.
alter table heard.marks enable row level security;

comment on table heard.marks is 'Signs that no person wrote something, and the team''s own word on it.';
comment on column heard.marks.id is 'Names the row.';
comment on column heard.marks.complaint_id is 'The complaint that it marks.';
comment on column heard.marks.addition_id is 'The addition that it marks, where it is one.';
comment on column heard.marks.mark is
  'origin: sent from no page of ours. quick: sent sooner than anyone can read, or without being shown. hidden-field: a '
  'field filled in that people do not see. many, flood: more, or far more, than one place sends in an hour. junk, '
  'not-junk: the team''s word.';
comment on column heard.marks.marked_at is 'When it was marked.';

alter table heard.outgoing_messages
  add column behind smallint not null default 0,
  add constraint behind_is_a_step check (behind between 0 and 3);
comment on column heard.outgoing_messages.behind is
  'How far it waits behind others: 0 not at all, 1 for what has one mark, 2 for what counts as junk, 3 for '
  'what the team says is junk, which is not sent.';

-- One sign may be a slip: an old browser, a full library. Two together are hardly one, and nor is a flood.
create function heard.how_marked(marks text[]) returns smallint
language sql
immutable
set search_path = ''
as $$
  select (case
    when 'not-junk' = any (marks) then 0
    when 'junk' = any (marks) or 'flood' = any (marks) or cardinality(marks) > 1 then 2
    else cardinality(marks)
  end)::smallint
$$;

comment on function heard.how_marked(text[]) is
  '0 for no mark, 1 for one, 2 for what counts as junk: two marks, a flood, or the team''s word, which goes before all.';

create function heard.is_junk(complaint uuid) returns boolean
language sql
stable
set search_path = ''
as $$
  select heard.how_marked(array(select m.mark from heard.marks m where m.complaint_id = complaint)) = 2
$$;

comment on function heard.is_junk(uuid) is 'Whether a complaint stands in the team''s list of junk.';

create function heard.say_junk(complaint uuid, junk boolean) returns void
language plpgsql
set search_path = ''
as $$
begin
  delete from heard.marks m where m.complaint_id = complaint and m.mark in ('junk', 'not-junk');
  insert into heard.marks (complaint_id, mark) values (complaint, case when junk then 'junk' else 'not-junk' end);
  update heard.outgoing_messages m set behind = case when junk then 3 else 0 end
  where m.complaint_id = complaint and m.sent_at is null and m.failed_at is null;
end
$$;

comment on function heard.say_junk(uuid, boolean) is
  'Writes down the team''s word on a complaint, in the place of its last one: its letters are then held, or go.';

select heard.say_what_becomes('marks', 'goes');
select heard.say_what_becomes('outgoing_messages', 'goes', '{behind}');

select heard.close_doors();
