-- A code has 49 bits: with 20 wrong ones an hour, guessing one takes some thousand million years. Whoever has the
-- link is not slowed, since it cannot be guessed.
create function heard.open_key(purposes text[], given jsonb) returns heard.access_keys
language plpgsql
set search_path = ''
as $$
declare
  most_in_an_hour constant integer := 20;
  found heard.access_keys;
begin
  perform heard.check_shape(given, 'given', '{"reference": "string", "code_proof": "string", "link_proof": "string"}');
  if given ->> 'link_proof' is not null then
    select k.* into found from heard.access_keys k where k.link_proof = given ->> 'link_proof';
  elsif given ->> 'reference' is not null and given ->> 'code_proof' is not null then
    if (
      select tries from heard.wrong_codes w
      where w.reference = given ->> 'reference' and w.in_hour = date_trunc('hour', now())
    ) >= most_in_an_hour then
      perform heard.refuse('too-many-tries', 'reference');
    end if;
    select k.* into found
    from heard.access_keys k
    join heard.complaints c on c.id = k.complaint_id
    where c.reference = given ->> 'reference' and k.code_proof = given ->> 'code_proof';
    if found.id is null or found.purpose <> all (purposes) then
      perform heard.count_wrong_code(given ->> 'reference');
    end if;
  else
    perform heard.refuse('missing', 'given');
  end if;

  if found.purpose = any (purposes) and found.closed_at is null and coalesce(found.expires_at > now(), true) then
    return found;
  end if;
  return null;
end
$$;

comment on function heard.open_key(text[], jsonb) is
  'The key that {link_proof}, or {reference, code_proof}, opens for one of these purposes; null where it opens '
  'nothing, which counts as a wrong code. A caller must not fail afterwards, or the count is undone. Refuses with '
  'PT429 too-many-tries after 20 wrong codes in an hour, for a reference that does not exist too.';

create function heard.count_wrong_code(of_reference text) returns void
language plpgsql
set search_path = ''
as $$
begin
  delete from heard.wrong_codes where in_hour < now() - interval '1 day';
  insert into heard.wrong_codes (reference, in_hour)
  values (of_reference, date_trunc('hour', now()))
  on conflict (reference, in_hour) do update set tries = heard.wrong_codes.tries + 1;
end
$$;

comment on function heard.count_wrong_code(text) is 'Counts a wrong code for a reference, and forgets what is older than a day.';

create or replace function heard.refuse(code text, at text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = case code
      when 'no-free-reference' then 'PT409'
      when 'no-such-message' then 'PT404'
      when 'too-many-tries' then 'PT429'
      else 'PT400'
    end,
    message = code,
    detail = at;
end
$$;

comment on function heard.refuse(text, text) is
  'Stops with SQLSTATE PT400, PT404, PT409 or PT429, a code as message and the place as detail.';

select heard.close_doors();
