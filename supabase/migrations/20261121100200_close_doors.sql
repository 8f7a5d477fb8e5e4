-- Hosts give new objects away by default (Supabase to anon, authenticated and service_role; PostgreSQL to
-- public). Every migration that makes something ends by calling this.
create function heard.close_doors() returns void
language plpgsql
set search_path = ''
as $$
declare
  somebody text;
  place text;
begin
  for somebody in
    select 'public'
    union all
    select quote_ident(rolname) from pg_catalog.pg_roles
    where rolname in ('anon', 'authenticated', 'service_role')
  loop
    foreach place in array array['heard', 'api'] loop
      execute format('revoke all on schema %I from %s', place, somebody);
      execute format('revoke all on all tables in schema %I from %s', place, somebody);
      execute format('revoke all on all sequences in schema %I from %s', place, somebody);
      execute format('revoke all on all routines in schema %I from %s', place, somebody);
    end loop;
  end loop;
end
$$;

comment on function heard.close_doors() is
  'Takes back every right on heard and api from public, anon, authenticated and service_role. What portal was granted stays.';

select heard.close_doors();
