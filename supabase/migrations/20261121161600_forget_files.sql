-- What was not sent in its time goes, and so does what lies in the storage and belongs to nothing. The bytes go first
-- and the row last, so that a process which dies in between leaves a row that is found again.
create function api.files_to_forget(most integer) returns setof json
language plpgsql
security definer
set search_path = ''
as $$
begin
  if most is null or most not between 1 and 1000 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  return query
  with due as (
    select f.id from heard.files f
    where f.sent_at is null and (f.kept_until <= now() or f.forgotten_at is not null)
    order by f.kept_until
    limit most
    for update skip locked
  ), forgotten as (
    -- From here on nobody can send it any more: its bytes are about to go.
    update heard.files f set forgotten_at = coalesce(f.forgotten_at, now())
    from due
    where f.id = due.id
    returning f.id, f.path
  )
  select json_build_object('id', forgotten.id, 'path', forgotten.path) from forgotten;
end
$$;

comment on function api.files_to_forget(integer) is
  'Up to most (1 to 1000) files that were not sent in their time, or were taken back, as {id, path}; none of them can be '
  'sent from then on. Refuses with PT400 out-of-range.';

create function api.files_forgotten(file_ids uuid[]) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  gone integer;
begin
  delete from heard.files f where f.id = any (file_ids) and f.sent_at is null and f.forgotten_at is not null;
  get diagnostics gone = row_count;
  return gone;
end
$$;

comment on function api.files_forgotten(uuid[]) is
  'Deletes the rows of files whose bytes are gone. Answers how many there were.';

-- Where there is no storage there is nothing to look for. The name is a text to this function until it runs, so that it
-- can be made on a database without one.
create function api.stray_files(bucket text, most integer) returns setof text
language plpgsql
security definer
set search_path = ''
as $$
begin
  if bucket is null or bucket not in ('quarantine', 'clean') then
    perform heard.refuse('out-of-range', 'bucket');
  end if;
  if most is null or most not between 1 and 1000 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  if to_regclass('storage.objects') is null then
    return;
  end if;
  return query execute $query$
    select o.name::text
    from storage.objects o
    where o.bucket_id = $1 and o.created_at < now() - interval '1 day'
      and not exists (
        select from heard.files f
        where f.path::text = o.name and ($1 = 'clean') = (f.clean_at is not null)
      )
    order by o.created_at
    limit $2
  $query$ using bucket, most;
end
$$;

comment on function api.stray_files(text, integer) is
  'Up to most (1 to 1000) paths in a bucket (quarantine, clean) that have lain there for a day and belong to no file: '
  'what a process left that died, and what belonged to a record that was erased. Refuses with PT400 out-of-range.';

-- For the team's desk, whose role comes with it. Until then nobody runs these, and portal never may.
create function api.list_files(reference text) returns setof json
language sql
security definer
set search_path = ''
as $$
  select json_build_object(
    'id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'sent_at', f.sent_at, 'addition_id', f.addition_id,
    'state', case when f.infected_at is not null then 'kept-back' when f.clean_at is null then 'waiting' else 'clean' end
  )
  from heard.files f
  left join heard.additions a on a.id = f.addition_id
  join heard.complaints c on c.id = coalesce(f.complaint_id, a.complaint_id)
  where c.reference = list_files.reference
  order by f.sent_at, f.place
$$;

comment on function api.list_files(text) is
  'The files of a complaint and of its additions: {id, name, type, size, sent_at, addition_id, state}. For the team.';

create function api.open_file(file_id uuid, asked_by text) returns json
language plpgsql
security definer
set search_path = ''
as $$
declare
  opened heard.files;
begin
  select * into opened from heard.files f where f.id = file_id and f.clean_at is not null;
  if opened.id is null then
    return null;
  end if;
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    coalesce(
      opened.complaint_id, (select a.complaint_id from heard.additions a where a.id = opened.addition_id)
    ),
    'file-opened', asked_by, jsonb_build_object('file', opened.id)
  );
  return json_build_object(
    'path', opened.path, 'key', opened.key, 'name', opened.name, 'type', opened.type, 'size', opened.size
  );
end
$$;

comment on function api.open_file(uuid, text) is
  'Where a clean file lies in the bucket clean and what opens it: {path, key, name, type, size}; null for one that was '
  'not looked through, or is kept back. Writes down who asked. For the team.';

select heard.close_doors();
grant execute on function api.files_to_forget(integer) to portal;
grant execute on function api.files_forgotten(uuid[]) to portal;
grant execute on function api.stray_files(text, integer) to portal;
