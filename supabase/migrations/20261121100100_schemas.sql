-- Tables live where the API does not look; the API is a few functions in a schema of their own.
create schema heard;
create schema api;

comment on schema heard is 'The record: complaints and all that belongs to them. Not exposed by the API.';
comment on schema api is 'The functions that the site may call. Exposed by the API; holds no tables.';

grant usage on schema api to portal;

-- PostgreSQL lets everyone run a new function. Here nobody may until a migration says who. This default can
-- only be changed for all of the owner's schemas at once.
alter default privileges revoke execute on functions from public;
