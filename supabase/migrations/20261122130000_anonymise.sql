-- A complaint whose time is over is made into what counts need, in place, by heard.column_fates: figures and reports
-- come out the same before and after. The audit keeps that it was done and why; whom it was about, nobody can say.
alter table heard.complaints
  add column anonymised_at timestamptz,
  add constraint what_is_anonymised_names_nobody check (
    anonymised_at is null or (summary = '-' and answers = '{}' and transcript = '[]')
  );

comment on column heard.complaints.anonymised_at is 'When all that says who or what in words was taken out.';
select heard.say_what_becomes('complaints', 'kept', '{anonymised_at}');

create function heard.anonymise(complaint uuid, why text, actor text) returns void
language plpgsql
set search_path = ''
as $$
declare
  of_table text;
  key text;
  changes text;
begin
  for of_table in
    select distinct f.of_table from heard.column_fates f
    where f.fate = 'goes' and exists (
      select from heard.column_fates k where k.of_table = f.of_table and k.of_column = 'complaint_id'
    )
    order by 1
  loop
    execute format('delete from heard.%I where complaint_id = $1', of_table) using complaint;
  end loop;

  for of_table, changes in
    select f.of_table, string_agg(format('%I = %s', f.of_column, f.becomes), ', ' order by f.of_column)
    from heard.column_fates f
    where f.fate = 'blanked'
    group by 1
  loop
    key := case of_table when 'complaints' then 'id' else 'complaint_id' end;
    execute format('update heard.%I set %s where %I = $1', of_table, changes, key) using complaint;
  end loop;

  update heard.complaints c set anonymised_at = now() where c.id = complaint;
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (complaint, 'complaint-anonymised', actor, jsonb_build_object('why', why));
end
$$;

comment on function heard.anonymise(uuid, text, text) is
  'Takes out of a complaint all that heard.column_fates does not keep, and writes one event with why, a code: its '
  'time is over, or somebody asked.';

select heard.close_doors();
