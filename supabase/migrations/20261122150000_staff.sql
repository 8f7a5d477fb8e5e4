-- The complaints team works at the desk as themselves: each call carries the token that Supabase gave to one person
-- when they signed in, and no function of the site holds a key to their work. Who they are is looked up at each call,
-- so that somebody who has left can do nothing from that moment, whatever their token says.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'staff') then
    create role staff nologin noinherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    grant staff to authenticator;
  end if;
end
$$;

comment on role staff is 'Somebody of the complaints team who has signed in: runs the desk''s functions, and nothing else.';

grant usage on schema api to staff;

create table heard.staff (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  name text not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,

  constraint an_address_is_listed_once unique (email),
  constraint address_of_staff_is_lower_case check (
    email = lower(email) and email ~ '^[^\s@]+@[^\s@]+$' and length(email) <= 254
  ),
  constraint name_of_staff_is_bounded check (length(btrim(name)) between 1 and 100)
);

alter table heard.staff enable row level security;

comment on table heard.staff is 'Who may sign in to the desk. Nobody else gets so far as a code.';
comment on column heard.staff.id is 'Who did something, in the audit: staff- and this.';
comment on column heard.staff.email is 'Their address, in lower case: a code goes there, and their token names it.';
comment on column heard.staff.name is 'Their name, as colleagues read it.';
comment on column heard.staff.added_at is 'When they were added, at first.';
comment on column heard.staff.removed_at is 'Since when they may do nothing; null while they may.';

select heard.say_what_becomes('staff', 'own-time');

create or replace function heard.refuse(code text, at text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = case code
      when 'no-free-reference' then 'PT409'
      when 'file-gone' then 'PT409'
      when 'no-such-message' then 'PT404'
      when 'too-many-tries' then 'PT429'
      when 'not-staff' then 'PT403'
      else 'PT400'
    end,
    message = code,
    detail = at;
end
$$;

comment on function heard.refuse(text, text) is
  'Stops with SQLSTATE PT400, PT403, PT404, PT409 or PT429, a code as message and the place as detail.';

create function heard.add_staff(email text, name text) returns uuid
language sql
set search_path = ''
as $$
  insert into heard.staff as s (email, name) values (lower(btrim(add_staff.email)), btrim(add_staff.name))
  on conflict on constraint an_address_is_listed_once
  do update set name = excluded.name, removed_at = null
  returning s.id
$$;

comment on function heard.add_staff(text, text) is
  'Lets somebody sign in to the desk, again where they had been removed. For the owner alone, in Supabase''s SQL editor.';

create function heard.remove_staff(email text) returns boolean
language plpgsql
set search_path = ''
as $$
begin
  update heard.staff s set removed_at = coalesce(s.removed_at, now())
  where s.email = lower(btrim(remove_staff.email));
  return found;
end
$$;

comment on function heard.remove_staff(text) is
  'Stops somebody at once, with the token they have. False where nobody has that address. For the owner alone.';

create function heard.who_acts() returns heard.staff
language plpgsql
stable
set search_path = ''
as $$
declare
  claims constant text := nullif(current_setting('request.jwt.claims', true), '');
  who heard.staff;
begin
  select s.* into who from heard.staff s
  where s.email = lower(claims::jsonb ->> 'email') and s.removed_at is null;
  if who.id is null then
    perform heard.refuse('not-staff', 'token');
  end if;
  return who;
end
$$;

comment on function heard.who_acts() is
  'The member of staff whose token this request carries, by the address that Supabase has confirmed. Every function of '
  'the desk asks this first. Refuses with PT403 not-staff.';

create function heard.audited(event text, complaint uuid, details jsonb default '{}') returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (audited.complaint, audited.event, 'staff-' || (heard.who_acts()).id, audited.details);
end
$$;

comment on function heard.audited(text, uuid, jsonb) is
  'Writes down what a member of staff read or did: ids and codes alone. Refuses with PT403 not-staff.';

-- Supabase gives the role that stands in auth.users to whoever signs in. Its own role writes there, and may not read
-- our list: so this function, which takes nothing and tells nothing, lends it the owner's eyes.
create function heard.role_of_who_signs_in() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  listed constant boolean := exists (
    select from heard.staff s where s.email = lower(new.email) and s.removed_at is null
  );
begin
  if tg_op = 'INSERT' and not listed then
    perform heard.refuse('not-staff', 'email');
  end if;
  new.role := case when listed then 'staff' else 'authenticated' end;
  -- Supabase cannot be told to have no passwords. Whoever made an account first, in an officer's name, would have one that
  -- opens it once the officer has signed in with a code; and whoever took a session could give it one for later.
  new.encrypted_password := '';
  return new;
end
$$;

comment on function heard.role_of_who_signs_in() is
  'Lets Supabase make an account for nobody but those on the list, and gives them the role staff for as long as they are '
  'on it: looked up at every sign-in, since each changes the account''s row. No account keeps a password.';

-- A plain PostgreSQL has no accounts.
do $$
begin
  if to_regclass('auth.users') is not null then
    create trigger only_staff_sign_in before insert or update on auth.users
    for each row execute function heard.role_of_who_signs_in();
  end if;
end
$$;

select heard.close_doors();
