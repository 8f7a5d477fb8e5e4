-- How much comes from one place. Nobody is turned away by it, so it needs no list of who sent: a hash counts for an
-- hour, under a salt that lives for a day and is then deleted, so that what is left over leads nowhere.
create table heard.caller_salts (
  on_day date primary key,
  salt bytea not null,
  constraint salt_is_long check (octet_length(salt) = 32)
);

create table heard.callers (
  in_hour timestamptz not null,
  caller_hash text not null,
  posts integer not null default 1,
  constraint posts_of_an_hour primary key (in_hour, caller_hash),
  constraint caller_hash_is_one check (caller_hash ~ '^[0-9a-f]{64}$'),
  constraint posts_are_counted check (posts >= 1)
);

-- No policy: the owner's functions are the only way in.
alter table heard.caller_salts enable row level security;
alter table heard.callers enable row level security;

comment on table heard.caller_salts is 'The salt of a day''s hashes; deleted once the day is over.';
comment on column heard.caller_salts.on_day is 'The day, in UTC.';
comment on column heard.caller_salts.salt is '32 random bytes.';
comment on table heard.callers is 'How much one place sent in an hour; deleted once it is over.';
comment on column heard.callers.in_hour is 'The hour, by its beginning.';
comment on column heard.callers.caller_hash is 'SHA-256 of the day''s salt and of the portal''s own keyed hash of where it came from.';
comment on column heard.callers.posts is 'What was sent and kept in that hour.';

create function heard.forget_old_callers() returns integer
language plpgsql
set search_path = ''
as $$
declare
  gone integer;
begin
  delete from heard.callers c where c.in_hour < date_trunc('hour', now());
  get diagnostics gone = row_count;
  delete from heard.caller_salts s where s.on_day < (now() at time zone 'UTC')::date;
  return gone;
end
$$;

comment on function heard.forget_old_callers() is
  'Deletes the counts of hours that are over and the salts of days that are. Answers how many counts there were.';

create function heard.count_caller(caller text) returns integer
language plpgsql
set search_path = ''
as $$
declare
  today constant date := (now() at time zone 'UTC')::date;
  counted integer;
begin
  if caller !~ '^[A-Za-z0-9_-]{20,100}$' then
    perform heard.refuse('out-of-range', 'caller');
  end if;
  if not exists (select from heard.caller_salts s where s.on_day = today) then
    perform heard.forget_old_callers();
    -- Two random UUIDs have 244 random bits.
    insert into heard.caller_salts (on_day, salt)
    values (today, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
    on conflict do nothing;
  end if;
  insert into heard.callers as c (in_hour, caller_hash)
  select date_trunc('hour', now()), encode(sha256(s.salt || convert_to(caller, 'UTF8')), 'hex')
  from heard.caller_salts s
  where s.on_day = today
  on conflict (in_hour, caller_hash) do update set posts = c.posts + 1
  returning posts into counted;
  return counted;
end
$$;

comment on function heard.count_caller(text) is
  'Counts one more from a place, given as the portal''s keyed hash, and answers how many came from it in this hour.';

create function api.forget_callers() returns integer
language sql
security definer
set search_path = ''
as $$
  select heard.forget_old_callers()
$$;

comment on function api.forget_callers() is
  'Deletes what was counted by place in hours that are over. Answers how many counts there were.';

select heard.say_what_becomes('caller_salts', 'own-time');
select heard.say_what_becomes('callers', 'own-time');

select heard.close_doors();
grant execute on function api.forget_callers() to portal;
