-- Files reach the storage as roles of their own, so that the site's token cannot touch a single one of them, and
-- so that whoever takes files in cannot reach what has been looked through: `portal_files` has the bucket where
-- they wait, and no function of the API; `portal_scan` looks through them and moves them on.
do $$
declare
  somebody text;
begin
  foreach somebody in array array['portal_files', 'portal_scan'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = somebody) then
      execute format('create role %I nologin noinherit', somebody);
    end if;
    if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
      execute format('grant %I to authenticator', somebody);
    end if;
  end loop;
end
$$;

comment on role portal_files is 'Who takes files in: reaches the storage bucket quarantine, and nothing else.';
comment on role portal_scan is 'Who looks through files: moves them from the bucket quarantine to clean, and says so.';
