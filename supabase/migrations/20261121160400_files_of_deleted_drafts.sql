-- Whoever deletes what they saved means its files too: they wait no longer, and go with the next cleaning. The table of
-- files comes in a later migration; nothing runs before both are there.
create or replace function api.delete_draft(finder text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  draft constant heard.drafts := heard.find_draft(finder);
begin
  delete from heard.drafts d where d.id = draft.id;
  update heard.files f set kept_until = now() where f.id = any (draft.file_ids) and f.sent_at is null;
end
$$;

comment on function api.delete_draft(text) is
  'Deletes a draft, and lets its files go that were not sent; where nothing is found it does nothing. Refuses as '
  'open_draft does.';

select heard.close_doors();
grant execute on function api.delete_draft(text) to portal;
