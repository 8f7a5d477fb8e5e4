-- A code that never was, one whose time is over and one whose answers were sent are answered alike, and each counts as
-- a wrong one.
create function heard.find_draft(finder text) returns heard.drafts
language plpgsql
set search_path = ''
as $$
declare
  most_in_an_hour constant integer := 20;
  hash constant text := heard.draft_hash(finder);
  found heard.drafts;
begin
  if (
    select tries from heard.wrong_draft_codes w
    where w.place = left(hash, 4) and w.in_hour = date_trunc('hour', now())
  ) >= most_in_an_hour then
    perform heard.refuse('too-many-tries', 'finder');
  end if;
  select d.* into found from heard.drafts d where d.finder_hash = hash and d.kept_until > now();
  if found.id is null then
    delete from heard.wrong_draft_codes where in_hour < now() - interval '1 day';
    insert into heard.wrong_draft_codes (place, in_hour) values (left(hash, 4), date_trunc('hour', now()))
    on conflict (place, in_hour) do update set tries = heard.wrong_draft_codes.tries + 1;
  end if;
  return found;
end
$$;

comment on function heard.find_draft(text) is
  'The draft that this finds; null where it finds none, which counts as a wrong code. A caller must not fail '
  'afterwards, or the count is undone. Refuses with PT429 too-many-tries after 20 wrong codes in an hour whose hashes '
  'begin with the same four digits.';

create function api.open_draft(finder text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  draft constant heard.drafts := heard.find_draft(finder);
begin
  if draft.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'sealed', replace(encode(draft.sealed, 'base64'), E'\n', ''),
    'journey', draft.journey,
    'edition', draft.edition,
    'saved_at', draft.saved_at,
    'kept_through', (draft.kept_until at time zone 'Europe/London')::date - 1
  );
end
$$;

comment on function api.open_draft(text) is
  'A draft as {sealed (base64), journey, edition, saved_at, kept_through}; null where nothing is found. Refuses with '
  'PT400 wrong-type and PT429 too-many-tries.';

create function api.delete_draft(finder text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  draft constant heard.drafts := heard.find_draft(finder);
begin
  delete from heard.drafts d where d.id = draft.id;
end
$$;

comment on function api.delete_draft(text) is
  'Deletes a draft; where nothing is found it does nothing. Refuses as open_draft does.';

select heard.close_doors();
grant execute on function api.open_draft(text) to portal;
grant execute on function api.delete_draft(text) to portal;
