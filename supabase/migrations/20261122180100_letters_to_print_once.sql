-- Which letters go by post is said in one place, so that the desk's number of them and its list can never differ.
create function heard.letters_to_print() returns setof heard.outgoing_messages
language sql
stable
set search_path = ''
as $$
  select m.*
  from heard.outgoing_messages m
  join heard.people p on p.complaint_id = m.complaint_id and p.role = m.recipient
  where m.printed_at is null and p.postal_address is not null
    and (m.failed_at is not null or m.bounced_at is not null or m.complained_at is not null)
    and m.last_failure is distinct from 'settled'
$$;

comment on function heard.letters_to_print() is
  'Letters to people that email did not bring, or that were never to go by it, and that can go by post.';

create or replace function api.desk_letters_to_print(most integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found jsonb;
begin
  perform heard.who_acts();
  if most is null or most not between 1 and 500 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  perform heard.audited('letters-to-print-list', null);
  select jsonb_agg(jsonb_build_object(
    'message', due.id, 'reference', due.reference, 'template', due.template, 'recipient', due.recipient,
    'why', due.why, 'since', due.since
  ) order by due.since, due.id)
  into found
  from (
    select
      m.id, c.reference, m.template, m.recipient, coalesce(m.failed_at, m.bounced_at, m.complained_at) as since,
      case
        when m.bounced_at is not null then 'bounced'
        when m.complained_at is not null then 'complained'
        else m.last_failure
      end as why
    from heard.letters_to_print() m
    join heard.complaints c on c.id = m.complaint_id
    order by 5, m.id
    limit most
  ) as due;
  return coalesce(found, '[]');
end
$$;

create or replace function api.desk_lists() returns jsonb
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
      select 'to-print', count(*) from heard.letters_to_print() having count(*) > 0
    ) counted
  );
end
$$;

select heard.close_doors();
