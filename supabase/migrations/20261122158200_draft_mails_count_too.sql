-- The email with a saved form's code goes at once and is queued nowhere, to an address that anybody may type. It counts
-- with the letters to that address, so that saving forms floods nobody either; and so many go in an hour to all addresses
-- together, so that nobody has us write to strangers without end, or uses up what the mail provider takes of us. Beyond
-- either measure it is not sent: the code is on the page.
drop function api.draft_to_mail(text);

create function api.draft_to_mail(finder text, address text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  most constant integer := 5;
  -- Some ten times what the people of a city ask for.
  most_in_an_hour constant integer := 300;
  draft constant heard.drafts := heard.find_draft(finder);
begin
  if draft.id is null then
    return null;
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('written_to ' || address));
  if draft.mails >= most or heard.day_is_full(address) is not null or (
    select count(*) from heard.written_to w
    where w.message_id is null and not w.held and w.written_at > now() - interval '1 hour'
  ) >= most_in_an_hour then
    perform heard.refuse('too-many-tries', 'draft');
  end if;
  insert into heard.written_to (address_proof) values (address);
  update heard.drafts d set mails = d.mails + 1 where d.id = draft.id;
  return jsonb_build_object('kept_through', (draft.kept_until at time zone 'Europe/London')::date - 1);
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('wrong-type', 'address');
end
$$;

comment on function api.draft_to_mail(text, text) is
  'What the email with a code says, as {kept_through}; null where nothing is found. address is a keyed proof of where it '
  'goes, and counts for a day. Refuses as open_draft does, with PT400 wrong-type, and with PT429 too-many-tries after five '
  'emails for one draft, 300 in an hour for all, or where the address had its letters for the day.';

select heard.close_doors();
grant execute on function api.draft_to_mail(text, text) to portal;
