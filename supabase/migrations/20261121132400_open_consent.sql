-- What the person sees who has the link or the code. Looking changes nothing, however often and by whomever: mail
-- scanners open links before people do.

-- A key that has run out still finds its consent, so that the page can say why no yes is taken any more.
create function heard.find_consent(given jsonb) returns heard.consents
language plpgsql
set search_path = ''
as $$
declare
  key heard.access_keys;
  found heard.consents;
begin
  key := heard.open_key(array['consent'], given);
  if key.id is null then
    select k.* into key
    from heard.access_keys k
    join heard.complaints c on c.id = k.complaint_id
    where k.purpose = 'consent' and k.closed_at is null
      and (
        k.link_proof = given ->> 'link_proof'
        or (given ->> 'link_proof' is null and c.reference = given ->> 'reference' and k.code_proof = given ->> 'code_proof')
      );
  end if;
  select * into found from heard.consents s where s.key_id = key.id;
  return found;
end
$$;

comment on function heard.find_consent(jsonb) is
  'The consent that {link_proof}, or {reference, code_proof}, belongs to, answered and expired ones too; null where '
  'there is none. Slowed and refused as heard.open_key is.';

create function heard.consent_seen(seen heard.consents) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'key', seen.key_id, 'reference', c.reference, 'service', c.service, 'representative', r.name,
    'state', heard.consent_state(seen), 'answer_by', (seen.expires_at at time zone 'Europe/London')::date - 1,
    'answer', seen.answer, 'answered_at', seen.answered_at,
    'answered_on', (seen.answered_at at time zone 'Europe/London')::date,
    'withdrawn_on', (seen.withdrawn_at at time zone 'Europe/London')::date,
    'may_act', seen.may_act, 'may_receive', seen.may_receive, 'may_see', seen.may_see,
    'typed_name', seen.typed_name, 'helper', seen.helper, 'go_on_alone', seen.go_on_alone,
    'by_email', a.email is not null, 'language', a.language, 'months_after_closing', seen.months_after_closing
  )
  from heard.complaints c, heard.people a, heard.people r
  where c.id = seen.complaint_id and a.id = seen.affected_id and r.id = seen.representative_id
$$;

comment on function heard.consent_seen(heard.consents) is
  'What its page may show: who wants to complain, about which service, and what was answered; nothing of the complaint.';

create function api.open_consent(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found heard.consents;
begin
  found := heard.find_consent(given);
  return case when found.id is not null then heard.consent_seen(found) end;
end
$$;

comment on function api.open_consent(jsonb) is
  'What {link_proof}, or {reference, code_proof}, may show of a consent; null where it opens none. Writes nothing but '
  'the count of wrong codes. Refuses with PT429 too-many-tries, for a reference that does not exist too.';

select heard.close_doors();
grant execute on function api.open_consent(jsonb) to portal;
