-- What sends letters and does what falls due reaches the database as `mailer`, a role of its own. The site's token
-- stands in every function that takes what people send: stolen, it must not be able to take the letters that wait,
-- with what they are written from.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'mailer') then
    create role mailer nologin noinherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    grant mailer to authenticator;
  end if;
end
$$;

comment on role mailer is 'Who sends the letters and does what falls due: it runs some functions of schema api, and nothing else.';

grant usage on schema api to mailer;

do $$
declare
  moved text;
begin
  foreach moved in array array[
    'claim_messages(integer, integer, uuid)', 'record_message_sent(uuid, text)',
    'record_message_failed(uuid, text, timestamptz)', 'remind_consents(integer, integer[])', 'settle_surveys()',
    'waiting_equality_answers(integer)', 'keep_equality_batch(uuid[], jsonb)'
  ] loop
    execute format('revoke execute on function api.%s from portal', moved);
    execute format('grant execute on function api.%s to mailer', moved);
  end loop;
end
$$;
