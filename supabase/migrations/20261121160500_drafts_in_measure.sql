-- Anybody can save, so saving could fill the disk, and the email with the code could be sent to strangers without end.
-- Sending a complaint is never held up by either: what is refused here is only the help beside it.
alter table heard.drafts
  add column mails smallint not null default 0,
  add constraint mails_are_few check (mails between 0 and 5);
create index drafts_by_when_they_were_saved on heard.drafts (saved_at);

comment on column heard.drafts.mails is 'How often its code was sent by email since it was made.';

create function heard.check_room_for_draft(sealed bytea) returns void
language plpgsql
set search_path = ''
as $$
declare
  -- Far more than a council's people save, and some 250 MB an hour at most.
  most constant integer := 2000;
  most_large constant integer := 100;
  large constant integer := 262144;
begin
  if (select count(*) from heard.drafts d where d.saved_at > now() - interval '1 hour') >= most
    or octet_length(sealed) > large and (
      select count(*) from heard.drafts d
      where d.saved_at > now() - interval '1 hour' and octet_length(d.sealed) > large
    ) >= most_large
  then
    perform heard.refuse('too-many-tries', 'draft');
  end if;
end
$$;

comment on function heard.check_room_for_draft(bytea) is
  'Refuses with PT429 too-many-tries after 2,000 drafts in an hour, or 100 of the two longest lengths.';

create or replace function api.save_draft(draft jsonb) returns jsonb
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
  perform heard.check_room_for_draft(decode(draft ->> 'sealed', 'base64'));
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
  'with PT400, and with PT429 too-many-tries after 2,000 in an hour.';

create function api.draft_to_mail(finder text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  most constant integer := 5;
  draft constant heard.drafts := heard.find_draft(finder);
begin
  if draft.id is null then
    return null;
  end if;
  if draft.mails >= most then
    perform heard.refuse('too-many-tries', 'draft');
  end if;
  update heard.drafts d set mails = d.mails + 1 where d.id = draft.id;
  return jsonb_build_object('kept_through', (draft.kept_until at time zone 'Europe/London')::date - 1);
end
$$;

comment on function api.draft_to_mail(text) is
  'What the email with a code says, as {kept_through}; null where nothing is found. Refuses as open_draft does, and '
  'with PT429 too-many-tries after five emails for one draft.';

select heard.close_doors();
grant execute on function api.save_draft(jsonb) to portal;
grant execute on function api.draft_to_mail(text) to portal;
