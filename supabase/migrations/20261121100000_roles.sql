-- The functions of the site reach the database as `portal`, a role that can run the API and nothing else,
-- so that a stolen token cannot read a single complaint.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'portal') then
    create role portal nologin noinherit;
  end if;
  -- Hosted Supabase answers requests as `authenticator`, which must be let become `portal`. The embedded one
  -- has no such role.
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    grant portal to authenticator;
  end if;
end
$$;

comment on role portal is 'What the site''s functions are to the database: it runs the functions of schema api, and nothing else.';
