-- A case, whole and in order, for whoever works on it. That it was read is written down with who read it.
create function heard.case_of(one heard.complaints) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'complaint', to_jsonb(one) - array['id', 'submission_id', 'answers', 'form_version']
      || jsonb_build_object('junk', heard.is_junk(one.id), 'held', heard.on_hold(one.id)),
    'people', (
      select coalesce(jsonb_agg(
        to_jsonb(p) - array['id', 'complaint_id']
        order by array_position(array['affected', 'complainant', 'representative'], p.role), p.id
      ), '[]')
      from heard.people p where p.complaint_id = one.id
    ),
    'authority', (
      select to_jsonb(a) - array['id', 'complaint_id', 'representative_id', 'affected_id']
        || jsonb_build_object('state', heard.authority_state(a))
      from heard.authorities a where a.complaint_id = one.id limit 1
    ),
    'consents', (
      select coalesce(jsonb_agg(
        to_jsonb(s) - array['complaint_id', 'affected_id', 'representative_id', 'key_id', 'answer_id']
          || jsonb_build_object('state', heard.consent_state(s))
        order by coalesce(s.asked_at, s.evidence_asked_at, s.answered_at), s.id
      ), '[]')
      from heard.consents s where s.complaint_id = one.id
    ),
    'stages', (
      select coalesce(jsonb_agg(to_jsonb(t) - array['complaint_id'] || jsonb_build_object('points', (
        select coalesce(jsonb_agg(to_jsonb(o) - array['complaint_id', 'stage_number'] order by o.number), '[]')
        from heard.points o where o.complaint_id = t.complaint_id and o.stage_number = t.number
      )) order by t.number), '[]')
      from heard.stages t where t.complaint_id = one.id
    ),
    'additions', (
      select coalesce(jsonb_agg(
        to_jsonb(a) - array['complaint_id', 'person_id', 'submission_id', 'answers', 'form_version']
        order by a.received_at, a.id
      ), '[]')
      from heard.additions a where a.complaint_id = one.id
    ),
    'withdrawals', (
      select coalesce(jsonb_agg(to_jsonb(w) - array['complaint_id', 'person_id'] order by w.withdrawn_at), '[]')
      from heard.withdrawals w where w.complaint_id = one.id
    ),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'template', m.template, 'recipient', m.recipient, 'language', m.language,
        'created_at', m.created_at, 'sent_at', m.sent_at, 'failed_at', m.failed_at, 'last_failure', m.last_failure,
        'delivered_at', m.delivered_at, 'bounced_at', m.bounced_at, 'printed_at', m.printed_at
      ) order by m.created_at, m.template, m.recipient, m.id), '[]')
      from heard.outgoing_messages m where m.complaint_id = one.id
    ),
    'tasks', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'message', case
        when m.recipient in ('complainant', 'representative', 'affected') then m.id
      end) order by t.made_at, t.id), '[]')
      from heard.team_tasks t left join heard.outgoing_messages m on m.id = t.message_id
      where t.complaint_id = one.id and t.settled_at is null
    ),
    'files', (select coalesce(jsonb_agg(f), '[]') from api.list_files(one.reference) f),
    'notes', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'text', n.text, 'written_at', n.written_at, 'by', s.name
      ) order by n.written_at, n.id), '[]')
      from heard.notes n join heard.staff s on s.id = n.by_staff where n.complaint_id = one.id
    ),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'event', e.event, 'happened_at', e.happened_at,
        'by', coalesce((select s.name from heard.staff s where e.actor = 'staff-' || s.id), e.actor)
      ) order by e.happened_at, e.id), '[]')
      from heard.audit_events e where e.complaint_id = one.id
    ),
    'group', (
      select coalesce(jsonb_agg(other.reference order by other.reference), '[]')
      from heard.complaints other where other.group_id = one.group_id and other.id <> one.id
    )
  );
end
$$;

comment on function heard.case_of(heard.complaints) is
  'All that the record holds of a complaint, but keys and how its form was put: {complaint, people (whom it is about '
  'first), authority, consents, stages (each with its points), additions, withdrawals, messages, tasks (still to settle), files, notes, events, '
  'group}, each list in the order in which it came about.';

create function api.desk_case(reference text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found heard.complaints;
begin
  perform heard.who_acts();
  select c.* into found from heard.complaints c where c.reference = desk_case.reference;
  if found.id is null then
    perform heard.audited('case-not-found', null);
    return null;
  end if;
  perform heard.audited('case-read', found.id);
  return heard.case_of(found);
end
$$;

comment on function api.desk_case(text) is
  'A whole case, as heard.case_of has it; null where no complaint has this reference. Writes down who read it. Refuses '
  'with PT403 not-staff.';

create function api.desk_addition(addition uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found heard.additions;
begin
  perform heard.who_acts();
  select a.* into found from heard.additions a where a.id = desk_addition.addition;
  if found.id is null then
    return null;
  end if;
  perform heard.audited('addition-read', found.complaint_id, jsonb_build_object('addition', found.id));
  return to_jsonb(found) - array['complaint_id', 'person_id', 'submission_id', 'answers', 'form_version'];
end
$$;

comment on function api.desk_addition(uuid) is
  'What was sent without a code, to be matched to its complaint: {id, kind, reference, sender_name, sender_email, '
  'language, received_on, transcript, …}; null where there is none. Writes down who read it. Refuses with PT403 not-staff.';

select heard.close_doors();
grant execute on function api.desk_case(text) to staff;
grant execute on function api.desk_addition(uuid) to staff;
