-- What is sent is kept no longer as a draft: both in one transaction, so that neither is there without the other. A
-- draft that has gone in the meantime stops nobody from sending.
create function api.submit_complaint_from_draft(submission jsonb, finder text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  stored constant jsonb := api.submit_complaint(submission);
begin
  delete from heard.drafts d where d.finder_hash = heard.draft_hash(finder);
  return stored;
end
$$;

comment on function api.submit_complaint_from_draft(jsonb, text) is
  'Does what submit_complaint does, and deletes the draft that the answers came from.';

create function api.delete_old_drafts() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  gone integer;
begin
  delete from heard.drafts where kept_until <= now();
  get diagnostics gone = row_count;
  delete from heard.wrong_draft_codes where in_hour < now() - interval '1 day';
  return gone;
end
$$;

comment on function api.delete_old_drafts() is 'Deletes the drafts whose time is over. Answers how many there were.';

select heard.close_doors();
grant execute on function api.submit_complaint_from_draft(jsonb, text) to portal;
grant execute on function api.delete_old_drafts() to portal;
