-- The person answers, and may change their mind. A yes that came by itself is only claimed, since the address or
-- the letter may have been in the representative's hands: it releases nothing until the team has checked it.

-- What a yes, a no or a wish to talk does, whoever brings it.
create function heard.keep_answer(consent uuid, given jsonb, actor text) returns void
language plpgsql
set search_path = ''
as $$
declare
  kept heard.consents;
  may text[] := array(select jsonb_array_elements_text(nullif(given -> 'may', 'null')));
  yes boolean := given ->> 'answer' = 'yes';
begin
  if not may <@ array['act', 'receive', 'see'] then
    perform heard.refuse('wrong-type', 'given.may');
  end if;
  update heard.consents s
  set answered_at = now(), answered_by = given ->> 'by', answer_id = (given ->> 'answer_id')::uuid,
    answer = given ->> 'answer', may_act = yes and 'act' = any (may), may_receive = yes and 'receive' = any (may),
    may_see = yes and 'see' = any (may), typed_name = nullif(given ->> 'typed_name', ''),
    helper = nullif(given ->> 'helper', ''), reach = nullif(given ->> 'reach', ''),
    shown_version = given ->> 'shown_version', shown_language = given ->> 'shown_language',
    claimed_at = case when yes then now() end, refused_at = case when given ->> 'answer' = 'no' then now() end,
    confirmed_at = case when yes and given ->> 'confirmed_how' is not null then now() end,
    confirmed_how = case when yes then given ->> 'confirmed_how' end
  where s.id = consent
  returning * into kept;

  -- While a yes stands, its way back stays open.
  if yes then
    update heard.access_keys k set expires_at = null where k.id = kept.key_id;
  end if;
  perform heard.tell_everyone(consent);
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    kept.complaint_id, 'consent-answered', keep_answer.actor,
    jsonb_build_object(
      'consent', kept.id, 'answer', kept.answer, 'by', kept.answered_by, 'confirmed', kept.confirmed_how
    )
  );
end
$$;

comment on function heard.keep_answer(uuid, jsonb, text) is
  'Writes an answer (yes, no or talk-first) over the last one, and tells the person, the representative and the team.';

create function heard.tell_everyone(consent uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform heard.stop_asking(consent);
  perform heard.tell_of_consent(consent, 'consent-copy', 'affected');
  perform heard.tell_of_consent(consent, 'consent-answered', 'representative');
  perform heard.tell_of_consent(consent, 'consent-to-team', 'complaints-team');
end
$$;

comment on function heard.tell_everyone(uuid) is 'Queues what the person, the representative and the team are told of an answer.';

create function heard.stop_asking(consent uuid) returns void
language sql
set search_path = ''
as $$
  update heard.outgoing_messages m
  set failed_at = now(), last_failure = 'answered', leased_until = null
  where m.consent_id = consent and m.template in ('consent-request', 'consent-reminder')
    and m.sent_at is null and m.failed_at is null
$$;

comment on function heard.stop_asking(uuid) is 'Gives up letters that still ask, once there is an answer or the question has lapsed.';

create function heard.take_back(consent uuid, by text, go_on_alone text, actor text) returns void
language plpgsql
set search_path = ''
as $$
declare
  kept heard.consents;
begin
  update heard.consents s
  set withdrawn_at = now(), withdrawn_by = take_back.by, go_on_alone = take_back.go_on_alone
  where s.id = consent
  returning * into kept;
  -- The page goes on saying what was done, for a while.
  update heard.access_keys k set expires_at = now() + interval '28 days' where k.id = kept.key_id;
  perform heard.tell_everyone(consent);
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    kept.complaint_id, 'consent-withdrawn', take_back.actor,
    jsonb_build_object('consent', kept.id, 'by', kept.withdrawn_by, 'go_on_alone', kept.go_on_alone)
  );
end
$$;

comment on function heard.take_back(uuid, text, text, text) is
  'Takes a yes back, at once and for good, and tells everyone. What was answered before stays in the record.';

create function api.answer_consent(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  asked heard.consents;
  state text;
  taken boolean := true;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_shape(given, 'given', '{
    "link_proof": "string", "by": "string", "answer_id": "string", "seen_at": "string", "answer": "string",
    "may": "array", "typed_name": "string", "helper": "string", "reach": "string", "shown_version": "string",
    "shown_language": "string", "claimed_is_enough": "boolean"
  }');
  if given ->> 'by' is null or given ->> 'by' not in ('link', 'code') then
    perform heard.refuse('wrong-type', 'given.by');
  end if;
  if given ->> 'answer' is null or given ->> 'answer_id' is null then
    perform heard.refuse('missing', 'given');
  end if;
  asked := heard.find_consent(jsonb_build_object('link_proof', given -> 'link_proof'));
  if asked.id is null then
    return null;
  end if;

  -- Two answers at once come one after the other, and the second meets the first.
  select * into asked from heard.consents s where s.id = asked.id for update;
  state := heard.consent_state(asked);
  if asked.answer_id is distinct from (given ->> 'answer_id')::uuid then
    if state in ('claimed', 'confirmed') and given ->> 'answer' = 'no' then
      -- A no counts whenever it comes.
      perform heard.take_back(asked.id, given ->> 'by', null, 'portal');
    elsif state = 'asked' and given ->> 'answer' = 'no' then
      perform heard.keep_answer(asked.id, given, 'portal');
    elsif
      state in ('asked', 'refused') and asked.expires_at > now()
      -- Anything but a no counts only from who has seen the last answer.
      and asked.answered_at is not distinct from heard.moment_of(given ->> 'seen_at', 'given.seen_at')
      -- An old no stays a no where the team has asked again since.
      and not exists (
        select from heard.consents s
        where s.affected_id = asked.affected_id and s.representative_id = asked.representative_id
          and s.id <> asked.id and s.refused_at is null and s.withdrawn_at is null and s.expired_at is null
      )
    then
      perform heard.keep_answer(
        asked.id,
        given || jsonb_build_object(
          'confirmed_how', case when (given ->> 'claimed_is_enough')::boolean then 'council-rule' end
        ),
        'portal'
      );
    else
      taken := state in ('refused', 'withdrawn') and given ->> 'answer' = 'no';
    end if;
  end if;

  select * into asked from heard.consents s where s.id = asked.id;
  return heard.consent_seen(asked) || jsonb_build_object('taken', taken);
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('answer-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.answer_consent(jsonb) is
  'Keeps an answer that came by the link or the code, once for each answer_id, and gives what its page shows with '
  'taken: false where it was not kept, since it came too late, or over an answer that the person had not seen '
  '(seen_at: the moment of the last answer on their page). A no is always kept. A yes is claimed; where '
  'claimed_is_enough, confirmed by the council''s rule. Null where the link opens nothing. Refuses with PT400: '
  'unknown-key, wrong-type, missing, not-a-moment, or answer-refused with the rule.';

create function api.withdraw_consent(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  given_before heard.consents;
  state text;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_shape(given, 'given', '{"link_proof": "string", "by": "string", "go_on_alone": "string"}');
  if given ->> 'by' is null or given ->> 'by' not in ('link', 'code') then
    perform heard.refuse('wrong-type', 'given.by');
  end if;
  given_before := heard.find_consent(jsonb_build_object('link_proof', given -> 'link_proof'));
  if given_before.id is null then
    return null;
  end if;
  select * into given_before from heard.consents s where s.id = given_before.id for update;
  state := heard.consent_state(given_before);
  if state in ('claimed', 'confirmed') then
    perform heard.take_back(given_before.id, given ->> 'by', given ->> 'go_on_alone', 'portal');
  end if;
  select * into given_before from heard.consents s where s.id = given_before.id;
  return heard.consent_seen(given_before)
    || jsonb_build_object('taken', heard.consent_state(given_before) = 'withdrawn');
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('answer-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.withdraw_consent(jsonb) is
  'Takes a yes back by the link or the code, as long as it stands, and gives what its page shows; twice is once. '
  'taken is false where there was no yes. Null where the link opens nothing. Refuses with PT400: unknown-key, '
  'wrong-type, or answer-refused with the rule.';

select heard.close_doors();
grant execute on function api.answer_consent(jsonb) to portal;
grant execute on function api.withdraw_consent(jsonb) to portal;
