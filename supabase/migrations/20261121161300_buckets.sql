-- Two buckets, neither of them public: in `quarantine` files wait until they are sent and looked through, and from
-- `clean` the team is given them. What is in either is sealed, and of no type that a storage could show.
--
-- Storage is part of Supabase. On a PostgreSQL without it there are no bytes to keep, and nothing to do here.
do $$
begin
  if to_regclass('storage.objects') is null then
    return;
  end if;

  insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
  values
    ('quarantine', 'quarantine', false, 20000000, array['application/octet-stream']),
    ('clean', 'clean', false, 20000000, array['application/octet-stream'])
  on conflict (id) do nothing;

  grant usage on schema storage to portal_files, portal_scan;
  grant select, insert, delete on storage.objects to portal_files, portal_scan;

  create policy portal_files_has_quarantine on storage.objects for all to portal_files
  using (bucket_id = 'quarantine') with check (bucket_id = 'quarantine');

  create policy portal_scan_empties_quarantine on storage.objects for select to portal_scan
  using (bucket_id in ('quarantine', 'clean'));
  create policy portal_scan_deletes on storage.objects for delete to portal_scan
  using (bucket_id in ('quarantine', 'clean'));
  create policy portal_scan_fills_clean on storage.objects for insert to portal_scan
  with check (bucket_id = 'clean');
end
$$;
