-- Taking files in: an upload begins, is checked or refused, and may be taken back before it is sent.
create function api.start_file(file jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  -- Six whole forms; a library or a council office may share one address.
  most_of_one constant integer := 60;
  -- For the whole site: what one bucket and one scanner keep up with.
  most_of_all constant integer := 2000;
  this_hour constant timestamptz := date_trunc('hour', now());
begin
  perform heard.check_shape(file, 'file', '{"id": "string", "path": "string", "size": "number", "who": "string"}');
  delete from heard.file_starts where in_hour < this_hour;
  if (select coalesce(sum(s.files), 0) from heard.file_starts s where s.in_hour = this_hour) >= most_of_all
    or (
      select s.files from heard.file_starts s where s.in_hour = this_hour and s.who = start_file.file ->> 'who'
    ) >= most_of_one
  then
    perform heard.refuse('too-many-tries', 'file');
  end if;
  insert into heard.files (id, path, size)
  values ((file ->> 'id')::uuid, (file ->> 'path')::uuid, (file ->> 'size')::integer);
  insert into heard.file_starts (who, in_hour, files, bytes)
  values (file ->> 'who', this_hour, 1, (file ->> 'size')::integer)
  on conflict (in_hour, who) do update
  set files = heard.file_starts.files + 1, bytes = heard.file_starts.bytes + excluded.bytes;
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('file-refused', 'file');
end
$$;

comment on function api.start_file(jsonb) is
  'Begins a file: {id, path, size, who}. Refuses with PT429 too-many-tries after 60 files of one caller in an hour, or '
  '2,000 of all; PT400 unknown-key, wrong-type or file-refused.';

create function api.file_in_hand(file_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'path', f.path, 'size', f.size, 'type', f.type, 'refused', f.refused, 'checked', f.checked_at is not null,
    'sent', f.sent_at is not null
  )
  from heard.files f
  where f.id = file_id and f.forgotten_at is null
$$;

comment on function api.file_in_hand(uuid) is
  'Where a file lies and how far it has come: {path, size, type, refused, checked, sent}; null where there is none.';

create function api.file_checked(file jsonb) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform heard.check_shape(file, 'file', '{
    "id": "string", "path": "string", "size": "number", "type": "string", "key_proof": "string"
  }');
  update heard.files f
  set path = (file ->> 'path')::uuid, size = (file ->> 'size')::integer, type = file ->> 'type',
    key_proof = file ->> 'key_proof', checked_at = now()
  where f.id = (file ->> 'id')::uuid and f.checked_at is null and f.refused is null and f.forgotten_at is null;
  return found;
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('file-refused', 'file');
end
$$;

comment on function api.file_checked(jsonb) is
  'Says that a file is what may be sent, and where it lies now: {id, path, size, type, key_proof}. False where another '
  'call was quicker, or the file is gone. Refuses with PT400 unknown-key, wrong-type or file-refused.';

create function api.file_turned_away(file_id uuid, code text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update heard.files f set refused = code, path = null
  where f.id = file_id and f.checked_at is null and f.refused is null;
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('file-refused', 'code');
end
$$;

comment on function api.file_turned_away(uuid, text) is
  'Says by a code why a file may not be sent; a second finish then answers the same. Refuses with PT400 file-refused.';

create function api.forget_file(file_id uuid, key text) returns uuid
language sql
security definer
set search_path = ''
as $$
  update heard.files f
  set forgotten_at = now()
  where f.id = file_id and f.sent_at is null and f.forgotten_at is null
    and (f.key_proof is null or f.key_proof = encode(sha256(convert_to(forget_file.key, 'UTF8')), 'hex'))
  returning f.path
$$;

comment on function api.forget_file(uuid, text) is
  'Takes a file back before it is sent, by its key, and gives where its bytes lie, to be deleted; null where there is none.';

-- For a saved draft: its files wait as long as it does.
create function heard.keep_files_until(file_ids uuid[], until timestamptz) returns void
language sql
set search_path = ''
as $$
  update heard.files f
  set kept_until = greatest(f.kept_until, until)
  where f.id = any (file_ids) and f.sent_at is null
$$;

comment on function heard.keep_files_until(uuid[], timestamptz) is 'Lets files that are not sent wait until then at least.';

select heard.close_doors();
grant execute on function api.start_file(jsonb) to portal;
grant execute on function api.file_in_hand(uuid) to portal;
grant execute on function api.file_checked(jsonb) to portal;
grant execute on function api.file_turned_away(uuid, text) to portal;
grant execute on function api.forget_file(uuid, text) to portal;
