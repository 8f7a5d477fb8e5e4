-- Whoever makes the reports reaches the database as `reports`: a role that can ask for counts and do nothing
-- else. It is not `portal`, so that the site's own token cannot ask for figures, nor a report's token submit.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'reports') then
    create role reports nologin noinherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    grant reports to authenticator;
  end if;
end
$$;

comment on role reports is 'Who makes the reports: it runs api.figures, and nothing else.';

grant usage on schema api to reports;
