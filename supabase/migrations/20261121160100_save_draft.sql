-- Each save replaces the last one under the same code; of two at once, the later stands.
create function heard.draft_hash(finder text) returns text
language plpgsql
set search_path = ''
as $$
begin
  if finder is null or finder !~ '^[A-Za-z0-9_-]{43}$' then
    perform heard.refuse('wrong-type', 'finder');
  end if;
  return encode(sha256(convert_to(finder, 'UTF8')), 'hex');
end
$$;

comment on function heard.draft_hash(text) is
  'What is kept of what finds a draft (43 characters of base64url). Refuses with PT400 wrong-type.';

create function heard.draft_files(given jsonb) returns uuid[]
language plpgsql
set search_path = ''
as $$
declare
  item jsonb;
begin
  for item in select jsonb_array_elements(given) loop
    if jsonb_typeof(item) <> 'string'
      or item #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then
      perform heard.refuse('wrong-type', 'draft.file_ids');
    end if;
  end loop;
  return coalesce((select array_agg(each.id::uuid) from jsonb_array_elements_text(given) as each (id)), '{}');
end
$$;

comment on function heard.draft_files(jsonb) is 'The ids of a draft''s files, from JSON. Refuses with PT400 wrong-type.';

create function api.save_draft(draft jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  kept heard.drafts;
begin
  perform heard.check_shape(draft, 'draft', '{
    "finder": "string", "sealed": "string", "journey": "string", "edition": "string", "kept_through": "string",
    "file_ids": "array"
  }');
  insert into heard.drafts (finder_hash, sealed, journey, edition, kept_until, file_ids)
  values (
    heard.draft_hash(draft ->> 'finder'),
    decode(draft ->> 'sealed', 'base64'),
    draft ->> 'journey',
    draft ->> 'edition',
    (heard.day_of(draft ->> 'kept_through', 'draft.kept_through') + 1)::timestamp at time zone 'Europe/London',
    heard.draft_files(coalesce(nullif(draft -> 'file_ids', 'null'), '[]'))
  )
  on conflict (finder_hash) do update set
    sealed = excluded.sealed, journey = excluded.journey, edition = excluded.edition, saved_at = excluded.saved_at,
    kept_until = excluded.kept_until, file_ids = excluded.file_ids
  returning * into kept;
  -- heard.keep_files_until comes with the files, in a later migration.
  perform heard.keep_files_until(kept.file_ids, kept.kept_until);
  return jsonb_build_object('saved_at', kept.saved_at);
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('wrong-type', 'draft');
end
$$;

comment on function api.save_draft(jsonb) is
  'Keeps a draft {finder, sealed (base64), journey, edition, kept_through (a day, the last on which it opens), '
  'file_ids}, in the place of the last one with the same finder, and its files as long. Answers {saved_at}. Refuses '
  'with PT400.';

select heard.close_doors();
grant execute on function api.save_draft(jsonb) to portal;
