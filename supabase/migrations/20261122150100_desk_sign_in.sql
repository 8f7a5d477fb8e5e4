-- A code has 8 digits and 10 minutes: with 10 tries an hour for an address, whoever guesses gets in once in ten million
-- hours. The same count keeps a stranger from filling somebody's mailbox with codes. What is counted is a proof that
-- only the site's secret can make, of the address and of what was tried, for as long as the hour goes on.
create table heard.sign_in_tries (
  who text not null,
  in_hour timestamptz not null,
  tries integer not null default 1,

  primary key (who, in_hour),
  constraint who_is_a_proof check (who ~ '^[A-Za-z0-9_-]{43}$'),
  constraint tries_are_counted check (tries > 0)
);

alter table heard.sign_in_tries enable row level security;

comment on table heard.sign_in_tries is 'How often somebody tried to sign in to the desk. Forgotten after a day.';
comment on column heard.sign_in_tries.who is 'A proof of the address and of what was tried: it cannot be read back.';
comment on column heard.sign_in_tries.in_hour is 'The hour in which it was tried.';
comment on column heard.sign_in_tries.tries is 'How often.';

create function api.count_sign_in_try(who text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  most_in_an_hour constant integer := 10;
  this_hour constant timestamptz := date_trunc('hour', now());
begin
  if who is null or who !~ '^[A-Za-z0-9_-]{43}$' then
    perform heard.refuse('wrong-type', 'who');
  end if;
  delete from heard.sign_in_tries t where t.in_hour < now() - interval '1 day';
  insert into heard.sign_in_tries as t (who, in_hour) values (count_sign_in_try.who, this_hour)
  on conflict on constraint sign_in_tries_pkey do update set tries = t.tries + 1 where t.tries < most_in_an_hour;
  if not found then
    perform heard.refuse('too-many-tries', 'who');
  end if;
end
$$;

comment on function api.count_sign_in_try(text) is
  'Counts one try to sign in to the desk, before it is made: 10 in an hour for one proof. Refuses with PT400 wrong-type '
  'and PT429 too-many-tries.';

-- Supabase's token is good until its time is over, whatever becomes of the session it was given for. Who signs out
-- means it: a page that stands open on another screen opens nothing more.
create table heard.ended_sessions (
  id uuid primary key,
  ended_at timestamptz not null default now()
);

alter table heard.ended_sessions enable row level security;

comment on table heard.ended_sessions is 'Sessions of the desk that were signed out of while their token was still good. Forgotten after a week.';
comment on column heard.ended_sessions.id is 'The session, as Supabase names it in the token.';
comment on column heard.ended_sessions.ended_at is 'When it was ended.';

create or replace function heard.who_acts() returns heard.staff
language plpgsql
stable
set search_path = ''
as $$
declare
  claims constant jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  who heard.staff;
begin
  select s.* into who from heard.staff s
  where s.email = lower(claims ->> 'email') and s.removed_at is null
    and not exists (select from heard.ended_sessions e where e.id::text = claims ->> 'session_id');
  if who.id is null then
    perform heard.refuse('not-staff', 'token');
  end if;
  return who;
end
$$;

comment on function heard.who_acts() is
  'The member of staff whose token this request carries, by the address that Supabase has confirmed, unless they have '
  'signed out. Every function of the desk asks this first. Refuses with PT403 not-staff.';

create function api.desk_begin() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  who constant heard.staff := heard.who_acts();
begin
  perform heard.audited('desk-signed-in', null);
  return jsonb_build_object('name', who.name);
end
$$;

comment on function api.desk_begin() is
  'Begins somebody''s work at the desk, and gives their {name}. Refuses with PT403 not-staff.';

create function api.desk_end() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform heard.audited('desk-signed-out', null);
  delete from heard.ended_sessions e where e.ended_at < now() - interval '7 days';
  insert into heard.ended_sessions (id)
  select (current_setting('request.jwt.claims', true)::jsonb ->> 'session_id')::uuid
  where current_setting('request.jwt.claims', true)::jsonb ->> 'session_id' is not null
  on conflict do nothing;
end
$$;

comment on function api.desk_end() is
  'Ends the session of this token for good, on every page that is open. Refuses with PT403 not-staff.';

select heard.say_what_becomes('sign_in_tries', 'own-time');
select heard.say_what_becomes('ended_sessions', 'own-time');

select heard.close_doors();
grant execute on function api.count_sign_in_try(text) to portal;
grant execute on function api.desk_begin() to staff;
grant execute on function api.desk_end() to staff;
