-- Several people may complain about one thing. It is looked into once, with one report to all of them, and each gets
-- a reply to what is only about them (S2): so a group joins complaints, and each keeps its own people, stages,
-- decision and letters. A complaint is in one group at most. The team joins them: for its desk, granted to nobody yet.
create table heard.groups (
  id uuid primary key default gen_random_uuid(),
  about text not null,
  begun_at timestamptz not null default now(),
  report text,
  reported_on date,

  constraint about_is_one_bounded_line check (char_length(about) between 1 and 200 and about !~ '[\n\r]'),
  constraint report_is_bounded check (char_length(report) <= 50000),
  constraint a_report_has_its_day check ((report is null) = (reported_on is null))
);

alter table heard.groups enable row level security;

comment on table heard.groups is 'Complaints of several people about one thing.';
comment on column heard.groups.id is 'Names the row inside the database; never shown.';
comment on column heard.groups.about is 'What they have in common, in the team''s words. Names nobody.';
comment on column heard.groups.begun_at is 'When the first two were joined.';
comment on column heard.groups.report is 'The one report that all of them get. Holds nothing that only one of them said.';
comment on column heard.groups.reported_on is 'The day it was sent.';

alter table heard.complaints add column group_id uuid references heard.groups on delete set null;
create index complaints_of_a_group on heard.complaints (group_id) where group_id is not null;
comment on column heard.complaints.group_id is 'The group of complaints about one thing that it belongs to.';

create function api.join_group(joining jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  item jsonb;
  wanted text[];
  members uuid[];
  groups uuid[];
  joined uuid;
  fresh uuid[];
begin
  perform heard.check_shape(joining, 'joining', '{"actor": "string", "references": "array", "about": "string"}');
  if joining ->> 'actor' is null or joining ->> 'actor' !~ '^[a-z0-9-]{1,60}$' or joining ->> 'actor' = 'portal' then
    perform heard.refuse('wrong-type', 'joining.actor');
  end if;
  for item in select jsonb_array_elements(nullif(joining -> 'references', 'null')) loop
    if jsonb_typeof(item) <> 'string' then
      perform heard.refuse('wrong-type', 'joining.references');
    end if;
  end loop;
  wanted := array(select distinct jsonb_array_elements_text(nullif(joining -> 'references', 'null')));
  if coalesce(array_length(wanted, 1), 0) not between 2 and 1000 then
    perform heard.refuse('out-of-range', 'joining.references');
  end if;

  -- In one order, so that two who join the same ones wait for each other and cannot stop each other.
  members := array(
    select c.id from heard.complaints c where c.reference = any (wanted) and c.kind = 'complaint' order by c.id for update
  );
  if coalesce(array_length(members, 1), 0) <> array_length(wanted, 1) then
    perform heard.refuse('no-such-complaint', 'joining.references');
  end if;
  groups := array(select distinct c.group_id from heard.complaints c where c.id = any (members) and c.group_id is not null);
  if coalesce(array_length(groups, 1), 0) > 1 then
    perform heard.refuse('in-two-groups', 'joining.references');
  end if;
  joined := groups[1];
  if joined is null then
    if joining ->> 'about' is null then
      perform heard.refuse('missing', 'joining.about');
    end if;
    insert into heard.groups (about) values (joining ->> 'about') returning id into joined;
  end if;

  with added as (
    update heard.complaints c set group_id = joined
    where c.id = any (members) and c.group_id is distinct from joined
    returning c.id
  )
  select array_agg(id) into fresh from added;
  insert into heard.audit_events (complaint_id, event, actor, details)
  select one, 'joined-group', joining ->> 'actor', jsonb_build_object('group', joined) from unnest(fresh) as one;

  return jsonb_build_object(
    'group', joined,
    'references', (select jsonb_agg(c.reference order by c.received_at, c.reference) from heard.complaints c where c.group_id = joined)
  );
exception
  when check_violation then
    perform heard.refuse('group-refused', 'joining.about');
end
$$;

comment on function api.join_group(jsonb) is
  'The team (actor, its id) joins the complaints with these references into one group: that of one of them, or a new '
  'one about this. Twice is once. Gives {group, references: all in it}. For the team''s desk; granted to nobody yet. '
  'Refuses with PT400: unknown-key, wrong-type, out-of-range, missing, no-such-complaint, in-two-groups, group-refused.';

create function api.leave_group(leaving jsonb) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  left_ uuid;
  one uuid;
begin
  perform heard.check_shape(leaving, 'leaving', '{"actor": "string", "reference": "string"}');
  if leaving ->> 'actor' is null or leaving ->> 'actor' !~ '^[a-z0-9-]{1,60}$' or leaving ->> 'actor' = 'portal' then
    perform heard.refuse('wrong-type', 'leaving.actor');
  end if;
  select c.id, c.group_id into one, left_ from heard.complaints c where c.reference = leaving ->> 'reference' for update;
  if one is null then
    perform heard.refuse('no-such-complaint', 'leaving.reference');
  end if;
  if left_ is null then
    return false;
  end if;
  update heard.complaints c set group_id = null where c.id = one;
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (one, 'left-group', leaving ->> 'actor', jsonb_build_object('group', left_));
  return true;
end
$$;

comment on function api.leave_group(jsonb) is
  'The team (actor, its id) takes the complaint with this reference out of its group; false where it is in none. For '
  'the team''s desk; granted to nobody yet. Refuses with PT400: unknown-key, wrong-type, no-such-complaint.';

select heard.close_doors();
