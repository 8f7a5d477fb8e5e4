-- What the team records: an answer that was spoken or came on paper, and that an answer was checked. Nobody may run
-- these yet: the role of the team comes with its desk, and the site's own token confirms nothing but by the council's rule
-- for a service, which the record then names.
create function heard.consent_for_team(given jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  newest heard.consents;
  begun uuid;
begin
  if given ->> 'actor' is null or given ->> 'actor' !~ '^[a-z0-9-]{1,60}$' or given ->> 'actor' = 'portal' then
    perform heard.refuse('wrong-type', 'given.actor');
  end if;
  select s.* into newest
  from heard.consents s join heard.complaints c on c.id = s.complaint_id
  where c.reference = given ->> 'reference' and s.id = coalesce((given ->> 'consent')::uuid, s.id)
  order by (s.refused_at is null and s.withdrawn_at is null and s.expired_at is null) desc, s.asked_at desc nulls last
  limit 1
  for update of s;
  if newest.id is null then
    perform heard.refuse('no-such-consent', 'given');
  end if;
  if
    heard.consent_state(newest) in ('refused', 'withdrawn', 'expired')
    and given ->> 'answer' in ('yes', 'no', 'talk-first')
  then
    -- What is over stays as it was: another answer is another asking.
    update heard.consents s set expired_at = now() where s.id = newest.id and s.refused_at is null and s.withdrawn_at is null;
    insert into heard.consents (
      complaint_id, affected_id, representative_id, asked_at, expires_at, months_after_closing
    )
    values (
      newest.complaint_id, newest.affected_id, newest.representative_id, now(), heard.end_of_day(now(), 28),
      newest.months_after_closing
    )
    returning id into begun;
    return begun;
  end if;
  return newest.id;
end
$$;

comment on function heard.consent_for_team(jsonb) is
  'The consent that {actor, reference, consent} means: the one named, or the newest. A new one is begun for an answer '
  'that comes after the last is over. Refuses with wrong-type for no actor, no-such-consent.';

create function api.record_consent(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  consent uuid;
  kept heard.consents;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_shape(given, 'given', '{
    "actor": "string", "reference": "string", "consent": "string", "by": "string", "answer": "string",
    "may": "array", "typed_name": "string", "helper": "string", "reach": "string", "shown_version": "string",
    "shown_language": "string", "confirmed_how": "string", "go_on_alone": "string"
  }');
  if given ->> 'by' is null or given ->> 'by' not in ('spoken', 'paper') then
    perform heard.refuse('wrong-type', 'given.by');
  end if;
  if given ->> 'answer' is null then
    perform heard.refuse('missing', 'given.answer');
  end if;
  consent := heard.consent_for_team(given);
  select * into kept from heard.consents s where s.id = consent;
  if given ->> 'answer' in ('withdrawn', 'no') and num_nonnulls(kept.claimed_at, kept.confirmed_at) > 0 then
    if kept.withdrawn_at is null then
      perform heard.take_back(consent, given ->> 'by', given ->> 'go_on_alone', given ->> 'actor');
    end if;
  else
    perform heard.keep_answer(consent, given, given ->> 'actor');
  end if;
  select * into kept from heard.consents s where s.id = consent;
  return jsonb_build_object('consent', kept.id, 'state', heard.consent_state(kept));
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('answer-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.record_consent(jsonb) is
  'The team (actor, its id) records for the complaint with this reference what the person said (by: spoken) or sent '
  '(by: paper): yes with may (act, receive, see), no, talk-first, or withdrawn. With confirmed_how (address-held or '
  'team-checked) a yes holds at once; without, it is claimed. Gives {consent, state}. For the team''s desk; granted '
  'to nobody yet. Refuses with PT400: unknown-key, wrong-type, missing, no-such-consent, answer-refused.';

create function api.confirm_consent(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  consent uuid;
  kept heard.consents;
  may text[];
begin
  perform heard.check_shape(given, 'given', '{
    "actor": "string", "reference": "string", "consent": "string", "how": "string", "may": "array"
  }');
  if given ->> 'how' is null or given ->> 'how' not in ('address-held', 'team-checked') then
    perform heard.refuse('wrong-type', 'given.how');
  end if;
  consent := heard.consent_for_team(given);
  select * into kept from heard.consents s where s.id = consent;
  if heard.consent_state(kept) not in ('claimed', 'awaiting-evidence') then
    perform heard.refuse('nothing-to-confirm', 'given');
  end if;
  may := array(select jsonb_array_elements_text(nullif(given -> 'may', 'null')));
  update heard.consents s
  set confirmed_at = now(), confirmed_how = given ->> 'how',
    -- A yes says itself to what; evidence needs somebody to say what it covers.
    may_act = s.may_act or (s.answer is null and 'act' = any (may)),
    may_receive = s.may_receive or (s.answer is null and 'receive' = any (may)),
    may_see = s.may_see or (s.answer is null and 'see' = any (may))
  where s.id = consent
  returning * into kept;
  perform heard.tell_of_consent(consent, 'consent-answered', 'representative');
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    kept.complaint_id, 'consent-confirmed', given ->> 'actor',
    jsonb_build_object('consent', kept.id, 'how', kept.confirmed_how)
  );
  return jsonb_build_object('consent', kept.id, 'state', heard.consent_state(kept));
end
$$;

comment on function api.confirm_consent(jsonb) is
  'The team (actor, its id) has checked a claimed yes, or seen the evidence (may then says what it covers: act, '
  'receive, see). how: address-held, where the yes came through an address the council already had, or team-checked. '
  'Gives {consent, state}. For the team''s desk; granted to nobody yet. Refuses with PT400: unknown-key, wrong-type, '
  'no-such-consent, nothing-to-confirm.';

select heard.close_doors();
