-- What people say about themselves is kept so that nobody can tell who said it: not from this database, not from
-- its files, its log or a copy of it. So there is no key to a complaint, no time, no order and no audit event, and
-- nothing readable is ever written alone:
--
-- 1. Each person's answers wait sealed by the site, all at one length. The database cannot open them, so the order
--    and the transaction they came in tell nothing of what they say.
-- 2. Once enough wait, the site opens and shuffles them, and they are kept all at once: in one transaction, with
--    random ids, under the month in which that is done. When anybody answered is thrown away with the sealed rows.
create table heard.equality_waiting (
  id uuid primary key default gen_random_uuid(),
  sealed text not null,

  constraint sealed_is_sealed check (
    char_length(sealed) between 2000 and 20000 and sealed ~ '^[A-Za-z0-9_-]+$'
  )
);

alter table heard.equality_waiting enable row level security;

comment on table heard.equality_waiting is
  'Answers about people that wait until there are enough of them, sealed by the site. Belongs to nothing.';
comment on column heard.equality_waiting.id is 'Random; gone once the answers are kept.';
comment on column heard.equality_waiting.sealed is 'The answers, readable with the site''s secret alone. Holds no time.';

create table heard.equality_answers (
  id uuid primary key default gen_random_uuid(),
  kept_in date not null default date_trunc('month', now() at time zone 'Europe/London')::date,
  answers jsonb not null,

  constraint kept_in_is_a_month check (extract(day from kept_in) = 1),
  constraint answers_are_an_object check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 10000)
);

alter table heard.equality_answers enable row level security;

comment on table heard.equality_answers is
  'What people said about themselves, in batches. Belongs to no complaint, and can be joined to none.';
comment on column heard.equality_answers.id is 'Random.';
comment on column heard.equality_answers.kept_in is 'The first day of the month in which its batch was kept: later than it was answered, or the same.';
comment on column heard.equality_answers.answers is 'A question''s id in council.json → an answer''s id, or an age group. No free text.';

create function api.give_equality_answers(sealed text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into heard.equality_waiting (sealed) values (give_equality_answers.sealed);
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('wrong-type', 'sealed');
end
$$;

comment on function api.give_equality_answers(text) is 'Lets sealed answers wait. Refuses with PT400 wrong-type.';

create function api.waiting_equality_answers(at_least integer) returns setof json
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- However few are asked for.
  if at_least is null or at_least < 5 then
    perform heard.refuse('out-of-range', 'at_least');
  end if;
  if (select count(*) from heard.equality_waiting) >= at_least then
    return query
    select json_build_object('id', w.id, 'sealed', w.sealed) from heard.equality_waiting w order by random() limit 1000;
  end if;
end
$$;

comment on function api.waiting_equality_answers(integer) is
  'Up to 1,000 sealed answers as {id, sealed}, in no order, where at least so many wait (5 or more); else none. '
  'Refuses with PT400 out-of-range.';

create function api.keep_equality_batch(taken uuid[], answers jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  item jsonb;
  gone integer;
begin
  if coalesce(jsonb_typeof(answers), 'null') <> 'array' then
    perform heard.refuse('wrong-type', 'answers');
  end if;
  if jsonb_array_length(answers) not between 5 and 1000 or coalesce(array_length(taken, 1), 0) < jsonb_array_length(answers) then
    perform heard.refuse('out-of-range', 'answers');
  end if;
  for item in select jsonb_array_elements(answers) loop
    if jsonb_typeof(item) <> 'object' or exists (
      select from jsonb_each(item) as e
      where e.key !~ '^[a-z0-9-]{1,60}$' or jsonb_typeof(e.value) <> 'string' or e.value #>> '{}' !~ '^[a-z0-9-]{1,60}$'
    ) then
      perform heard.refuse('wrong-type', 'answers');
    end if;
  end loop;

  -- Of two at once, the later one finds that its batch is gone.
  delete from heard.equality_waiting w where w.id = any (taken);
  get diagnostics gone = row_count;
  if gone <> array_length(taken, 1) then
    perform heard.refuse('batch-gone', 'taken');
  end if;
  insert into heard.equality_answers (answers)
  select batch.answer from jsonb_array_elements(answers) as batch (answer) order by random();
end
$$;

comment on function api.keep_equality_batch(uuid[], jsonb) is
  'Keeps answers (5 to 1,000 objects of ids) that the site opened from those taken, which go: all in one '
  'transaction, in no order. Refuses with PT400 wrong-type, out-of-range, or batch-gone where some of those taken '
  'are there no more.';

select heard.close_doors();
grant execute on function api.give_equality_answers(text) to portal;
grant execute on function api.waiting_equality_answers(integer) to portal;
grant execute on function api.keep_equality_batch(uuid[], jsonb) to portal;
