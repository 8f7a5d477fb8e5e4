-- One function tells what is past its time, and takes it out. Asked to tell alone, it counts by the same conditions.
-- It goes in steps of a bounded size, each its own transaction, for a function that has half a minute.
create function heard.forgotten_by_row(moment timestamptz, months jsonb)
returns table (kind text, of_table text, condition text)
language sql
immutable
set search_path = ''
as $$
  select kind, of_table, format(condition, quote_literal((moment at time zone 'Europe/London')::date), own)
  from (
    values
      -- Files may go before the complaint they came with. Their bytes follow: nothing then says what they belong to.
      ('files', 'files', '
        t.sent_at is not null and exists (
          select from heard.complaints c
          left join heard.additions a on a.id = t.addition_id
          where c.id = coalesce(t.complaint_id, a.complaint_id) and not heard.on_hold(c.id)
            and (c.closed_at at time zone ''Europe/London'')::date + make_interval(months => %2$s) < %1$s::date
        )', months ->> 'files'),
      ('additions', 'additions',
        't.complaint_id is null and t.received_on + make_interval(months => %2$s) < %1$s::date', months ->> 'feedback'),
      ('surveys', 'survey_answers', 't.kept_in + make_interval(months => %2$s + 1) <= %1$s::date', months ->> 'surveys'),
      ('equality', 'equality_answers', 't.kept_in + make_interval(months => %2$s + 1) <= %1$s::date', months ->> 'equality'),
      ('drafts', 'drafts', 't.kept_until <= now()', '0'),
      ('counters', 'wrong_codes', 't.in_hour < now() - interval ''1 day''', '0'),
      ('counters', 'wrong_draft_codes', 't.in_hour < now() - interval ''1 day''', '0'),
      ('counters', 'file_starts', 't.in_hour < now() - interval ''1 day''', '0'),
      ('counters', 'sign_in_tries', 't.in_hour < now() - interval ''1 day''', '0'),
      ('counters', 'ended_sessions', 't.ended_at < now() - interval ''7 days''', '0'),
      -- What the case system was told, and the reference of what was erased with it.
      ('hooks', 'outgoing_hooks', 'coalesce(t.told_at, t.given_up_at) < now() - interval ''30 days''', '0'),
      ('groups', 'groups', '
        t.begun_at < now() - interval ''1 day''
        and not exists (select from heard.complaints c where c.group_id = t.id)', '0'),
      -- What happened to a record that is still whole is told for as long as it is.
      ('audit', 'audit_events', '
        (t.happened_at at time zone ''Europe/London'')::date + make_interval(months => %2$s) < %1$s::date
        and not exists (
          select from heard.complaints c where c.id = t.complaint_id and c.anonymised_at is null
        )', months ->> 'audit'),
      ('acts', 'desk_acts', '
        t.complaint_id is null
        and (t.done_at at time zone ''Europe/London'')::date + make_interval(months => %2$s) < %1$s::date', months ->> 'audit'),
      ('staff', 'staff', '
        (t.removed_at at time zone ''Europe/London'')::date + make_interval(months => %2$s) < %1$s::date
        and not exists (select from heard.audit_events e where e.actor = ''staff-'' || t.id)
        and not exists (select from heard.desk_acts d where d.by_staff = t.id)
        and not exists (select from heard.notes n where n.by_staff = t.id)', months ->> 'audit')
  ) as list (kind, of_table, condition, own)
$$;

comment on function heard.forgotten_by_row(timestamptz, jsonb) is
  'What goes row by row, and when: a kind to count it under, its table, and a condition on its row t.';

create function api.forget_what_is_over(asked jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  months constant jsonb := asked -> 'months';
  moment constant timestamptz := coalesce(heard.moment_of(asked ->> 'moment', 'moment'), now());
  telling constant boolean := coalesce((asked ->> 'telling')::boolean, true);
  most constant integer := coalesce((asked ->> 'most')::integer, 100);
  due record;
  one record;
  gone integer;
  left_over integer := most;
  counts jsonb := '{}';
  by_procedure jsonb;
begin
  perform heard.check_shape(asked, 'asked', '{
    "months": "object", "moment": "string", "telling": "boolean", "most": "number"
  }');
  perform heard.check_months(months);
  if most not between 1 and 1000 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  -- What will be over can be told beforehand; it cannot be taken out beforehand.
  if not telling and moment > now() then
    perform heard.refuse('out-of-range', 'moment');
  end if;

  select
    coalesce(jsonb_object_agg(n.procedure, n.many) filter (where n.kind = 'complaints'), '{}'),
    coalesce(jsonb_object_agg(n.kind, n.many) filter (where n.kind <> 'complaints'), '{}')
  into by_procedure, counts
  from (
    select p.kind, case p.kind when 'complaints' then p.procedure else '' end as procedure, count(*) as many
    from heard.past_its_time(moment, months) p where not p.held group by 1, 2
  ) n;
  counts := jsonb_build_object(
    'complaints', by_procedure, 'requests', 0, 'feedback', 0,
    'held', (select count(*) from heard.past_its_time(moment, months) p where p.held),
    'never_closed', (
      select count(*) from heard.complaints c
      where c.kind = 'complaint' and c.closed_at is null and c.anonymised_at is null
        and c.received_on + make_interval(months => heard.months_of(c, months)) < (moment at time zone 'Europe/London')::date
    )
  ) || counts;

  for due in select * from heard.forgotten_by_row(moment, months) loop
    execute format('select count(*) from heard.%I t where %s', due.of_table, due.condition) into gone;
    counts := jsonb_set(counts, array[due.kind], to_jsonb(coalesce((counts ->> due.kind)::integer, 0) + gone));
  end loop;
  if telling then
    return counts || '{"more": false}';
  end if;
  -- One at a time: two that took the same rows in another order would stop each other.
  perform pg_advisory_xact_lock(hashtext('heard.forget_what_is_over'));

  for one in
    select c.id from heard.complaints c
    where c.anonymised_at is null
      and c.id in (select p.complaint_id from heard.past_its_time(moment, months) p where not p.held)
    order by c.closed_at, c.id limit most
    for update skip locked
  loop
    perform heard.anonymise(one.id, 'time-is-over', 'keeper');
    left_over := left_over - 1;
  end loop;
  for due in select * from heard.forgotten_by_row(moment, months) loop
    exit when left_over <= 0;
    execute format(
      'delete from heard.%1$I where ctid in (select t.ctid from heard.%1$I t where %2$s limit %3$s)',
      due.of_table, due.condition, left_over
    );
    get diagnostics gone = row_count;
    left_over := left_over - gone;
  end loop;

  return counts || jsonb_build_object('more', left_over <= 0);
end
$$;

comment on function api.forget_what_is_over(jsonb) is
  'Counts what is past its time at moment (now, where none is given) by the council''s periods in months: {complaints: '
  '{procedure: n}, requests, feedback, files, additions, surveys, equality, drafts, counters, hooks, groups, audit, acts, staff, held, '
  'never_closed}; what is held is counted apart and left. Where telling is false it also takes out up to most (1 to 1000) '
  'of them, and says whether there is more. Refuses with PT400 unknown-key, wrong-type, missing, not-a-moment, '
  'out-of-range: a period under a year, or a moment to come.';

select heard.close_doors();
grant execute on function api.forget_what_is_over(jsonb) to keeper;
