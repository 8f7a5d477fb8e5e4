-- What somebody asks to have erased is made anonymous at once, as time would have done it: the words, the names and the
-- files go; what counts need names nobody, and stays. Whether a council must erase is for people to decide (UK GDPR,
-- Article 17; DOMAIN 6). What is held is passed by, and an open complaint is closed first, since nobody could work on it.
--
-- One person can be taken out of a complaint that is another's. A backup that is restored brings back what was erased
-- since it was made: the list of what was erased holds the ids that it takes to do it again, and nothing else.
create function heard.erase_person(person uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  about heard.people;
begin
  select * into about from heard.people p where p.id = person for update;
  delete from heard.access_keys k where k.person_id = person;
  delete from heard.additions a where a.person_id = person;
  delete from heard.outgoing_messages m
  where m.complaint_id = about.complaint_id and m.recipient = about.role and m.sent_at is null;
  update heard.consents s
  set typed_name = case when s.typed_name is not null then '-' end, helper = null, reach = null
  where person in (s.affected_id, s.representative_id);
  update heard.authorities a set details = null, seen_details = null where a.affected_id = person;
  update heard.people p
  set name = case when p.role <> 'complainant' then '-' end, email = null, phone = null, postal_address = null,
    reply_route = null, safe_times = null, language = 'und', adjustments = '{}', adjustments_details = null,
    adjustments_review_on = null, interpreter_language = null, organisation = null, own_reference = null
  where p.id = person;
end
$$;

comment on function heard.erase_person(uuid) is
  'Takes one person''s name, ways to reach them, needs, keys and additions out of a complaint, and leaves the complaint.';

create function heard.erase_what(erasure jsonb, actor text) returns void
language plpgsql
set search_path = ''
as $$
declare
  complaint constant uuid := (erasure ->> 'complaint')::uuid;
begin
  if erasure ->> 'addition' is not null then
    delete from heard.additions a where a.id = (erasure ->> 'addition')::uuid and a.complaint_id is null;
    insert into heard.audit_events (event, actor, details) values ('addition-erased', actor, erasure);
  elsif erasure ->> 'person' is not null then
    perform heard.erase_person((erasure ->> 'person')::uuid);
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (complaint, 'person-erased', actor, erasure - 'complaint');
  else
    perform heard.anonymise(complaint, 'asked', actor);
  end if;
end
$$;

comment on function heard.erase_what(jsonb, text) is
  'Erases {complaint}, or {complaint, person} in it, or {addition} that belongs to none, by their ids, and writes it down.';

create function api.desk_erase(act jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  before jsonb;
  about heard.complaints;
  erasure jsonb;
  said jsonb;
begin
  before := heard.begin_act('erase', act);
  if before is not null then
    return before;
  end if;
  perform heard.check_shape(act, 'act', '{"id": "string", "reference": "string", "role": "string", "addition": "string"}');
  if nullif(act ->> 'addition', '') is not null then
    select jsonb_build_object('addition', a.id) into erasure
    from heard.additions a where a.id::text = act ->> 'addition' and a.complaint_id is null;
    if erasure is null then
      perform heard.refuse('nothing-to-erase', 'act.addition');
    end if;
  else
    perform heard.needs(act, 'act', array['reference']);
    select * into about from heard.complaints c where c.reference = act ->> 'reference' for update;
    if about.id is null then
      perform heard.refuse('no-such-complaint', 'act.reference');
    end if;
    if heard.on_hold(about.id) then
      perform heard.refuse('on-hold', 'act.reference');
    end if;
    if about.kind = 'complaint' and about.closed_at is null then
      perform heard.refuse('still-open', 'act.reference');
    end if;
    erasure := jsonb_build_object('complaint', about.id);
    if nullif(act ->> 'role', '') is not null then
      erasure := erasure || coalesce((
        select jsonb_build_object('person', p.id) from heard.people p
        where p.complaint_id = about.id and p.role = act ->> 'role'
      ), '{}');
      if not erasure ? 'person' then
        perform heard.refuse('nothing-to-erase', 'act.role');
      end if;
    end if;
  end if;

  -- No complaint beside the act: the act stays, so that the same post again is answered and does nothing.
  said := jsonb_build_object(
    'erased', case when erasure ? 'addition' then 'addition' when erasure ? 'person' then 'person' else 'complaint' end
  );
  update heard.desk_acts d set answer = said where d.id = (desk_erase.act ->> 'id')::uuid;
  perform heard.erase_what(erasure, 'staff-' || (heard.who_acts()).id);
  return said;
end
$$;

comment on function api.desk_erase(jsonb) is
  'The team erases, because somebody asked: {id, reference} a whole complaint, which becomes anonymous; {id, reference, '
  'role} one person in it (complainant, representative, affected); {id, addition} what came without a code and belongs '
  'to none. Files go with it. Gives {erased: complaint, person or addition}. Refuses with PT403 not-staff; PT400 '
  'unknown-key, wrong-type, missing, no-such-complaint, on-hold, still-open, nothing-to-erase.';

create function api.erased(since timestamptz) returns json
language sql
security definer
set search_path = ''
as $$
  select coalesce(json_agg(
    case when e.event = 'complaint-anonymised' then jsonb_build_object('complaint', e.complaint_id)
      when e.event = 'person-erased' then e.details || jsonb_build_object('complaint', e.complaint_id)
      else e.details end
    order by e.id
  ), '[]')
  from heard.audit_events e
  where e.happened_at >= since and (
    e.event in ('person-erased', 'addition-erased')
    or (e.event = 'complaint-anonymised' and e.details ->> 'why' = 'asked')
  )
$$;

comment on function api.erased(timestamptz) is
  'What was erased since then because somebody asked, by ids alone: what erase_again takes once a backup is restored.';

create function api.erase_again(erasures jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  one jsonb;
  done integer := 0;
  held integer := 0;
  about heard.complaints;
begin
  if coalesce(jsonb_typeof(erasures), 'null') <> 'array' or jsonb_array_length(erasures) > 1000 then
    perform heard.refuse('out-of-range', 'erasures');
  end if;
  for one in select jsonb_array_elements(erasures) loop
    perform heard.check_shape(one, 'erasures', '{"complaint": "string", "person": "string", "addition": "string"}');
    about := null;
    select * into about from heard.complaints c where c.id::text = one ->> 'complaint' for update;
    if heard.on_hold(about.id) then
      held := held + 1;
    elsif (case
      when one ? 'addition' then
        exists (select from heard.additions a where a.id::text = one ->> 'addition' and a.complaint_id is null)
      when one ? 'person' then exists (
        select from heard.people p
        where p.id::text = one ->> 'person' and p.complaint_id = about.id
          and num_nonnulls(p.email, p.phone, p.postal_address, nullif(p.name, '-')) > 0
      )
      else about.id is not null and about.anonymised_at is null
    end) then
      perform heard.erase_what(one, 'keeper');
      done := done + 1;
    end if;
  end loop;
  return jsonb_build_object('erased', done, 'held', held);
end
$$;

comment on function api.erase_again(jsonb) is
  'Erases again what api.erased told, after a backup was restored: up to 1000 at once, each once. Passes by what is held. '
  'Gives {erased, held}. Refuses with PT400 out-of-range, unknown-key, wrong-type.';

select heard.close_doors();
grant execute on function api.desk_erase(jsonb) to staff;
grant execute on function api.erased(timestamptz) to keeper;
grant execute on function api.erase_again(jsonb) to keeper;
