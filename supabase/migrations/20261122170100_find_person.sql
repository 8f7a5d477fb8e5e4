-- Somebody may ask for all that is kept about them, or to have it erased (UK GDPR, Articles 15 and 17). They are found
-- by a reference, or over several complaints by what the officer knows of them. A name alone may be somebody else's, so
-- each find says by what it was made, and the officer looks.
create function heard.digits_of(phone text) returns text
language sql
immutable
set search_path = ''
as $$ select nullif(regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(0044|44)', '0'), '') $$;

comment on function heard.digits_of(text) is 'A phone number as its digits alone, with 0 for the country.';

create function heard.plain_name(name text) returns text
language sql
immutable
set search_path = ''
as $$ select nullif(lower(btrim(regexp_replace(name, '\s+', ' ', 'g'))), '') $$;

comment on function heard.plain_name(text) is 'A name without its capitals and double spaces.';

create function heard.check_person(act jsonb) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform heard.check_shape(act, 'act', '{
    "id": "string", "reference": "string", "role": "string", "email": "string", "phone": "string", "name": "string"
  }');
  if coalesce(btrim(act ->> 'reference'), btrim(act ->> 'email'), btrim(act ->> 'phone'), btrim(act ->> 'name'), '') = '' then
    perform heard.refuse('missing', 'act');
  end if;
  if act ->> 'role' not in ('complainant', 'representative', 'affected') then
    perform heard.refuse('wrong-type', 'act.role');
  end if;
  if nullif(btrim(act ->> 'reference'), '') is not null
    and not exists (select from heard.complaints c where c.reference = act ->> 'reference')
  then
    perform heard.refuse('no-such-complaint', 'act.reference');
  end if;
end
$$;

comment on function heard.check_person(jsonb) is
  'Refuses who is not said: {reference, role} or any of email, phone and name. Refuses with missing, wrong-type, '
  'unknown-key or no-such-complaint.';

create function heard.find_person(act jsonb)
returns table (person_id uuid, complaint_id uuid, found_by text[])
language sql
stable
set search_path = ''
as $$
  select p.id, p.complaint_id, found.by_what
  from heard.people p
  join heard.complaints c on c.id = p.complaint_id
  cross join lateral (
    select array_remove(array[
      case when c.reference = act ->> 'reference'
        and case when act ->> 'role' is null then p.role <> 'affected' else p.role = act ->> 'role' end
      then 'reference' end,
      case when lower(p.email) = lower(btrim(act ->> 'email')) then 'email' end,
      case when heard.digits_of(p.phone) = heard.digits_of(act ->> 'phone') then 'phone' end,
      case when heard.plain_name(p.name) = heard.plain_name(act ->> 'name') then 'name' end
    ], null) as by_what
  ) found
  where cardinality(found.by_what) > 0
$$;

comment on function heard.find_person(jsonb) is
  'The people that {reference, role} (whoever wrote, where no role is given), email, phone or name find, and by which of them.';

create function heard.find_additions(act jsonb) returns setof heard.additions
language sql
stable
set search_path = ''
as $$
  select a from heard.additions a
  where not a.verified and (
    lower(a.sender_email) = lower(btrim(act ->> 'email'))
    or heard.plain_name(a.sender_name) = heard.plain_name(act ->> 'name')
    or a.reference = act ->> 'reference'
  )
$$;

comment on function heard.find_additions(jsonb) is
  'What came without a code, by whoever has this email address or name, or gave this reference.';

select heard.close_doors();
