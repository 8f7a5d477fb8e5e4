-- Whether somebody may act for another: the team saw what shows it, or does not accept it and says why in writing
-- (adult social care regulations 2009, regulation 5). What the person themself said goes on as it was, by the
-- functions there are, with the name of whoever acts taken from their token.
create function heard.actor() returns text
language sql
stable
set search_path = ''
as $$
  select 'staff-' || (heard.who_acts()).id
$$;

comment on function heard.actor() is 'Whoever acts, as the audit names them. Refuses with PT403 not-staff.';

-- A reply that waited for this goes now.
create function heard.send_held_replies(of_complaint uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  stage smallint;
  sent integer := 0;
begin
  if not heard.may_hear_all(of_complaint, 'representative') then
    return 0;
  end if;
  for stage in
    select s.number from heard.stages s
    where s.complaint_id = of_complaint and s.investigated is not null and s.responded_on is not null
      and not exists (
        select from heard.outgoing_messages m
        where m.complaint_id = of_complaint and m.stage_number = s.number and m.template = 'replied'
      )
    order by s.number
  loop
    perform heard.write_to_them(of_complaint, stage, 'replied');
    sent := sent + 1;
  end loop;
  return sent;
end
$$;

comment on function heard.send_held_replies(uuid) is
  'Queues the replies that were held until the representative may have them, and counts them.';

-- The person's own yes may be all that was missing, whoever brings it.
create or replace function heard.tell_everyone(consent uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform heard.stop_asking(consent);
  perform heard.tell_of_consent(consent, 'consent-copy', 'affected');
  perform heard.tell_of_consent(consent, 'consent-answered', 'representative');
  perform heard.tell_of_consent(consent, 'consent-to-team', 'complaints-team');
  perform heard.send_held_replies((select s.complaint_id from heard.consents s where s.id = consent));
end
$$;

comment on function heard.tell_everyone(uuid) is
  'Queues what the person, the representative and the team are told of an answer, and a reply that waited for it.';

create function heard.authority_to_settle(about heard.complaints) returns heard.authorities
language plpgsql
set search_path = ''
as $$
declare
  acts heard.authorities;
begin
  select * into acts from heard.authorities a where a.complaint_id = about.id for update;
  if acts.id is null or acts.not_needed_at is not null then
    perform heard.refuse('nobody-acts', 'act.reference');
  end if;
  return acts;
end
$$;

comment on function heard.authority_to_settle(heard.complaints) is
  'The authority that a complaint hangs on. Refuses with nobody-acts where nobody acts for another.';

create function heard.do_confirm_authority(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  acts heard.authorities := heard.authority_to_settle(about);
  consent heard.consents;
  may text[] := array(select jsonb_array_elements_text(nullif(act -> 'may', 'null')));
begin
  perform heard.needs(act, 'act', array['how']);
  if coalesce(cardinality(may), 0) = 0 or not may <@ array['act', 'receive', 'see'] then
    perform heard.refuse('out-of-range', 'act.may');
  end if;
  if acts.refused_at is null and heard.authority_state(acts) = 'confirmed' then
    perform heard.refuse('nothing-to-confirm', 'act.reference');
  end if;
  update heard.authorities a
  set seen_how = act ->> 'how', seen_details = nullif(act ->> 'details', ''), accepted_at = now(), refused_at = null,
    refused_by = null, refusal_reason = null
  where a.id = acts.id;
  -- A letter that says no, and has not gone, says what is no longer so.
  update heard.outgoing_messages m set failed_at = now(), last_failure = 'settled', leased_until = null
  where m.complaint_id = about.id and m.template = 'authority-refused' and m.sent_at is null and m.failed_at is null;

  -- What the person said themself goes before any paper.
  if exists (
    select from heard.consents s
    where s.representative_id = acts.representative_id and (s.refused_at is not null or s.withdrawn_at is not null)
  ) and not exists (
    select from heard.consents s
    where s.representative_id = acts.representative_id and s.refused_at is null and s.withdrawn_at is null
      and s.expired_at is null
  ) then
    perform heard.refuse('person-said-no', 'act.reference');
  end if;
  select * into consent from heard.consents s
  where s.representative_id = acts.representative_id and s.refused_at is null and s.withdrawn_at is null
    and s.expired_at is null
  for update;
  if consent.id is null then
    insert into heard.consents (complaint_id, affected_id, representative_id, evidence_asked_at, months_after_closing)
    values (about.id, acts.affected_id, acts.representative_id, now(), 12)
    returning * into consent;
  end if;
  if consent.confirmed_at is null then
    update heard.consents s
    set evidence_asked_at = coalesce(s.evidence_asked_at, now()), confirmed_at = now(), confirmed_how = 'team-checked',
      may_act = 'act' = any (may), may_receive = 'receive' = any (may), may_see = 'see' = any (may)
    where s.id = consent.id;
    perform heard.stop_asking(consent.id);
  end if;
  perform heard.audited('consent-confirmed', about.id, jsonb_build_object('consent', consent.id, 'how', 'team-checked'));
  return jsonb_build_object(
    'how', act ->> 'how', 'letter', heard.write_to_them(about.id, null, 'authority-accepted'),
    'replies', heard.send_held_replies(about.id)
  );
end
$$;

comment on function heard.do_confirm_authority(heard.complaints, jsonb) is 'What api.desk_confirm_authority does.';

create function api.desk_confirm_authority(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('confirm-authority', act, '{"how": "string", "details": "string", "may": "array"}')
$$;

comment on function api.desk_confirm_authority(jsonb) is
  'The team has seen that somebody may act for another: {id, reference, how: original, certified-copy, copy, register, '
  'council-record or spoken; details; may: of act, receive, see}. Takes back a refusal. Letter authority-accepted, and any '
  'reply that was held. Gives {reference, how, letter, replies}. Refuses as heard.do_act does, and with nobody-acts, '
  'nothing-to-confirm, person-said-no, missing, out-of-range.';

create function heard.do_refuse_authority(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  acts heard.authorities := heard.authority_to_settle(about);
begin
  perform heard.needs(act, 'act', array['reason']);
  if acts.refused_at is not null then
    perform heard.refuse('refused-before', 'act.reference');
  end if;
  perform heard.refuse_authority(about.reference, heard.actor(), btrim(act ->> 'reason'));
  update heard.authorities a set accepted_at = null, seen_how = null, seen_details = null where a.id = acts.id;
  return jsonb_build_object('letter', heard.write_to_them(about.id, null, 'authority-refused'));
end
$$;

comment on function heard.do_refuse_authority(heard.complaints, jsonb) is 'What api.desk_refuse_authority does.';

create function api.desk_refuse_authority(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('refuse-authority', act, '{"reason": "string"}')
$$;

comment on function api.desk_refuse_authority(jsonb) is
  'The team does not accept that somebody acts for another: {id, reference, reason}, which they are told in writing. Letter '
  'authority-refused. Gives {reference, letter}. Refuses as heard.do_act does, and with nobody-acts, refused-before.';

create function heard.do_confirm_consent(about heard.complaints, act jsonb) returns jsonb
language sql
set search_path = ''
as $$
  select api.confirm_consent((act - 'id') || jsonb_build_object('actor', heard.actor()))
    || jsonb_build_object('replies', heard.send_held_replies(about.id))
$$;

comment on function heard.do_confirm_consent(heard.complaints, jsonb) is 'What api.desk_confirm_consent does.';

create function api.desk_confirm_consent(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('confirm-consent', act, '{"consent": "string", "how": "string", "may": "array"}')
$$;

comment on function api.desk_confirm_consent(jsonb) is
  'The team has checked the yes of the person complained for: {id, reference, consent, how: address-held or team-checked; '
  'may}, as api.confirm_consent. Letter consent-answered, and any reply that was held. Gives {reference, consent, state, '
  'replies}. Refuses as heard.do_act and api.confirm_consent do.';

create function heard.do_record_consent(about heard.complaints, act jsonb) returns jsonb
language sql
set search_path = ''
as $$
  select api.record_consent((act - 'id') || jsonb_build_object('actor', heard.actor()))
$$;

comment on function heard.do_record_consent(heard.complaints, jsonb) is 'What api.desk_record_consent does.';

create function api.desk_record_consent(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('record-consent', act, '{
    "consent": "string", "by": "string", "answer": "string", "may": "array", "typed_name": "string",
    "helper": "string", "reach": "string", "shown_version": "string", "shown_language": "string",
    "confirmed_how": "string", "go_on_alone": "string"
  }')
$$;

comment on function api.desk_record_consent(jsonb) is
  'The team writes down what the person complained for said or sent: {id, reference, consent, by: spoken or paper; answer: '
  'yes, no, talk-first or withdrawn; may, typed_name, helper, reach, shown_version, shown_language, confirmed_how, '
  'go_on_alone}, as api.record_consent. Letters to everyone, and any reply that was held. Gives {reference, consent, '
  'state}. Refuses as heard.do_act and api.record_consent do.';

select heard.close_doors();
grant execute on function api.desk_confirm_authority(jsonb) to staff;
grant execute on function api.desk_refuse_authority(jsonb) to staff;
grant execute on function api.desk_confirm_consent(jsonb) to staff;
grant execute on function api.desk_record_consent(jsonb) to staff;
