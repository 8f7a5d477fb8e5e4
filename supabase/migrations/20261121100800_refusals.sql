-- How the API refuses: a code as the message, the place as the detail, and never a word of what was sent,
-- since errors are logged. A SQLSTATE of PT and a status is what the API answers with that HTTP status, hosted
-- and embedded alike.
create function heard.refuse(code text, at text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = case code when 'no-free-reference' then 'PT409' when 'no-such-message' then 'PT404' else 'PT400' end,
    message = code,
    detail = at;
end
$$;

comment on function heard.refuse(text, text) is 'Stops with SQLSTATE PT400, PT404 or PT409, a code as message and the place as detail.';

-- Nothing is stored that was not asked for: an object may hold the named keys and no other, each of the named
-- JSON type or null.
create function heard.check_shape(given jsonb, at text, shape jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  field text;
  kind text;
begin
  if given is null or jsonb_typeof(given) <> 'object' then
    perform heard.refuse('wrong-type', at);
  end if;
  for field, kind in select e.key, jsonb_typeof(e.value) from jsonb_each(given) as e loop
    if not shape ? field then
      perform heard.refuse('unknown-key', at);
    elsif kind not in ('null', shape ->> field) then
      perform heard.refuse('wrong-type', at || '.' || field);
    end if;
  end loop;
end
$$;

comment on function heard.check_shape(jsonb, text, jsonb) is
  'Refuses an object with a key that shape does not name, or a value that is neither null nor of its JSON type.';

-- PostgreSQL also takes "today" and "infinity" for dates.
create function heard.day_of(given text, at text) returns date
language plpgsql
set search_path = ''
as $$
begin
  if given !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
    perform heard.refuse('not-a-day', at);
  end if;
  return given::date;
end
$$;

comment on function heard.day_of(text, text) is 'Reads YYYY-MM-DD; null stays null.';

create function heard.moment_of(given text, at text) returns timestamptz
language plpgsql
set search_path = ''
as $$
begin
  if given !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$' then
    perform heard.refuse('not-a-moment', at);
  end if;
  return given::timestamptz;
end
$$;

comment on function heard.moment_of(text, text) is 'Reads an ISO 8601 moment with its offset; null stays null.';

select heard.close_doors();
