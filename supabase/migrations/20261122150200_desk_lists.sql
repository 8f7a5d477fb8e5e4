-- What waits for the team, in lists that say when and how, and not who or what: to see a list is to read no case, so it
-- holds no name and no word of anybody.
create function heard.on_the_desk() returns table (
  complaint heard.complaints, stage heard.stages, due_on date, lists text[]
)
language plpgsql
stable
set search_path = ''
as $$
declare
  today constant date := (now() at time zone 'Europe/London')::date;
  soon constant integer := 7;
begin
  return query
  select c, s.stage, case when here.open then due.on_day end, array_remove(array[
    -- Whoever may be at risk is seen to first and told apart afterwards, whatever the signs.
    case when here.open and c.safeguarding_flag in ('yes', 'not-sure') then 'risk' end,
    case when here.open and here.junk then 'junk' end
  ] || case when here.open and not here.junk then array[
    'all-open',
    case when (s.stage).investigator is null and (s.stage).responded_on is null then 'new' end,
    case when due.on_day between today and today + soon then 'due-soon' end,
    case when due.on_day < today then 'overdue' end,
    case when who.state = 'asked' then 'waiting-for-consent' end,
    case when who.state in ('claimed', 'awaiting-evidence') then 'waiting-for-authority' end
  ] else '{}' end || array[
    case when exists (
      select from heard.team_tasks t
      where t.complaint_id = c.id and t.message_id is not null and t.settled_at is null
    ) then 'bounced' end
  ], null)
  from heard.complaints c
  left join lateral (
    select t as stage from heard.stages t where t.complaint_id = c.id order by t.number desc limit 1
  ) s on true
  cross join lateral (
    select c.closed_at is null and c.report_closed_at is null and c.acceptance is distinct from 'refused'
        and not exists (select from heard.withdrawals w where w.complaint_id = c.id and w.taken_up_at is null) as open,
      heard.is_junk(c.id) as junk
  ) here
  cross join lateral (
    select least(
      case when (s.stage).acknowledged_on is null then (s.stage).acknowledge_by end,
      case when (s.stage).responded_on is null then coalesce((s.stage).extended_to, (s.stage).respond_by) end
    ) as on_day
  ) due
  left join lateral (
    select heard.authority_state(a) as state from heard.authorities a where a.complaint_id = c.id limit 1
  ) who on true
  where heard.counted_as(c) <> 'try-out';
end
$$;

comment on function heard.on_the_desk() is
  'Every complaint with its last stage, the next day by which something is due, and the lists it stands in: all-open, new '
  '(nobody has it yet), due-soon (within 7 days), overdue, waiting-for-consent, waiting-for-authority, risk, bounced (a '
  'letter of it did not arrive). What is junk stands in junk, and beside that at most in risk and bounced.';

create function api.desk_lists() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform heard.who_acts();
  return (
    select coalesce(jsonb_object_agg(counted.list, counted.many), '{}') from (
      select listed.list, count(*) as many from heard.on_the_desk() d, unnest(d.lists) as listed (list) group by 1
      union all
      select 'to-match', count(*) from heard.additions a where a.complaint_id is null having count(*) > 0
      union all
      select 'tasks', count(*) from heard.team_tasks t where t.settled_at is null having count(*) > 0
      union all
      -- The same as api.desk_letters_to_print lists.
      select 'to-print', count(*)
      from heard.outgoing_messages m
      join heard.people p on p.complaint_id = m.complaint_id and p.role = m.recipient
      where m.printed_at is null and p.postal_address is not null
        and (m.failed_at is not null or m.bounced_at is not null or m.complained_at is not null)
        and m.last_failure is distinct from 'settled'
      having count(*) > 0
    ) counted
  );
end
$$;

comment on function api.desk_lists() is
  'How many stand in each list of the desk, by the list''s id; an empty one is left out. Refuses with PT403 not-staff.';

create function api.desk_list(list text, page integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  of_a_page constant integer := 50;
  found jsonb;
begin
  perform heard.who_acts();
  if page is null or page not between 1 and 1000 then
    perform heard.refuse('out-of-range', 'page');
  end if;
  if list = 'to-match' then
    select jsonb_agg(row_of.shown order by row_of.received_at, row_of.id) into found from (
      select a.id, a.received_at, jsonb_build_object(
        'addition', a.id, 'kind', a.kind, 'reference', a.reference, 'received_on', a.received_on
      ) as shown
      from heard.additions a
      where a.complaint_id is null
      order by a.received_at, a.id
      offset (page - 1) * of_a_page limit of_a_page + 1
    ) row_of;
  elsif list = 'tasks' then
    select jsonb_agg(row_of.shown order by row_of.made_at, row_of.id) into found from (
      select t.id, t.made_at, jsonb_build_object(
        'task', t.id, 'kind', t.kind, 'reference', c.reference, 'made_at', t.made_at, 'message', case
          when m.recipient in ('complainant', 'representative', 'affected') then m.id
        end, 'template', m.template
      ) as shown
      from heard.team_tasks t
      left join heard.complaints c on c.id = t.complaint_id
      left join heard.outgoing_messages m on m.id = t.message_id
      where t.settled_at is null
      order by t.made_at, t.id
      offset (page - 1) * of_a_page limit of_a_page + 1
    ) row_of;
  elsif list in (
    'junk', 'all-open', 'new', 'due-soon', 'overdue', 'waiting-for-consent', 'waiting-for-authority', 'risk', 'bounced'
  ) then
    select jsonb_agg(row_of.shown order by row_of.due_on nulls last, row_of.received_on, row_of.reference) into found
    from (
      select d.due_on, (d.complaint).received_on, (d.complaint).reference, jsonb_build_object(
        'reference', (d.complaint).reference, 'kind', (d.complaint).kind, 'service', (d.complaint).service,
        'stage', (d.stage).stage, 'number', (d.stage).number, 'received_on', (d.complaint).received_on,
        'due_on', d.due_on, 'handler', (d.stage).investigator is not null, 'lists', to_jsonb(d.lists)
      ) as shown
      from heard.on_the_desk() d
      where desk_list.list = any (d.lists)
      order by d.due_on nulls last, (d.complaint).received_on, (d.complaint).reference
      offset (page - 1) * of_a_page limit of_a_page + 1
    ) row_of;
  else
    perform heard.refuse('out-of-range', 'list');
  end if;
  found := coalesce(found, '[]');
  perform heard.audited('desk-list', null, jsonb_build_object('list', list, 'page', page));
  return jsonb_build_object('rows', found - of_a_page, 'more', jsonb_array_length(found) > of_a_page);
end
$$;

comment on function api.desk_list(text, integer) is
  'One page (from 1, of 50) of a list of the desk, what is due first on top, as {rows, more}. A row is {reference, kind, '
  'service, stage, number, received_on, due_on, handler (whether somebody has it), lists}; in to-match {addition, kind, '
  'reference (as it was typed), received_on}, in tasks {task, kind, reference, made_at, message (where it can be printed), '
  'template}. Refuses with PT403 not-staff and PT400 out-of-range.';

select heard.close_doors();
grant execute on function api.desk_lists() to staff;
grant execute on function api.desk_list(text, integer) to staff;
