-- The copy for one person holds what is about them. What is about somebody else in the same complaint is named and left
-- out, and what somebody else wrote is marked: only a person can see whose it is (DOMAIN 6; third parties).
create function heard.complaint_in_words(complaint uuid, subjects uuid[], found_by text[]) returns json
language sql
stable
set search_path = ''
as $$
  select json_build_object(
    'reference', c.reference,
    'found by', found_by,
    'complaint', heard.in_words(row_to_json(c), array['reference', 'submission_id', 'submission_proof']),
    'who wrote it', case when w.mine then 'this person' else 'somebody else: read it, and take out what is not about this person' end,
    'people', (
      select json_agg(
        case when p.id = any (subjects) then heard.in_words(row_to_json(p))
        else json_build_object('role', p.role, 'left out', 'the details of another person') end
        order by p.id <> all (subjects), p.role
      )
      from heard.people p where p.complaint_id = c.id
    ),
    'stages', heard.rows_in_words('stages', c.id),
    'points', heard.rows_in_words('points', c.id),
    'notes of the team', heard.rows_in_words('notes', c.id),
    'added later', (
      select coalesce(json_agg(
        case when a.person_id = any (subjects) then heard.in_words(row_to_json(a))
        else json_build_object('kind', a.kind, 'received on', a.received_on, 'left out', 'the words of another person') end
        order by a.received_at, a.id
      ), '[]')
      from heard.additions a where a.complaint_id = c.id
    ),
    'who acts for whom', heard.rows_in_words('authorities', c.id),
    'agreement to that', (
      select coalesce(json_agg(
        heard.in_words(row_to_json(s), case when s.affected_id = any (subjects) then '{}' else array['typed_name', 'helper', 'reach'] end)
        order by s.asked_at
      ), '[]')
      from heard.consents s where s.complaint_id = c.id
    ),
    'withdrawn and taken up', heard.rows_in_words('withdrawals', c.id),
    'files', (
      select coalesce(json_agg(
        case when coalesce(a.person_id = any (subjects), w.mine) then json_build_object(
          'name', f.name, 'kind', f.type, 'size in bytes', f.size, 'sent', f.sent_at,
          'how to get it', case when f.infected_at is not null then 'kept back: it may harm a computer'
            when f.clean_at is null then 'wait until it has been looked through'
            else 'open the case at the desk, and the file there' end
        )
        else json_build_object('sent', f.sent_at, 'left out', 'a file from another person') end
        order by f.sent_at, f.place
      ), '[]')
      from heard.files f
      left join heard.additions a on a.id = f.addition_id
      where coalesce(f.complaint_id, a.complaint_id) = c.id
    ),
    'letters', (
      select coalesce(json_agg(heard.in_words(row_to_json(m), array['leased_until', 'not_before', 'attempts', 'behind']) order by m.created_at, m.id), '[]')
      from heard.outgoing_messages m
      where m.complaint_id = c.id
        and m.recipient in (select p.role from heard.people p where p.id = any (subjects))
    ),
    'also kept', heard.other_tables(c.id),
    'what happened', (
      select coalesce(json_agg(json_build_object(
        'when', e.happened_at, 'what', e.event,
        'by', case when e.actor like 'staff-%' then 'somebody of the team' else e.actor end
      ) order by e.id), '[]')
      from heard.audit_events e where e.complaint_id = c.id
    )
  )
  from heard.complaints c
  cross join lateral (
    select coalesce(bool_or(p.id = any (subjects)), false) as mine
    from heard.people p where p.complaint_id = c.id and p.role <> 'affected'
  ) w
  where c.id = complaint
$$;

comment on function heard.complaint_in_words(uuid, uuid[], text[]) is
  'A whole complaint for the people in it with these ids, under names that they can read. What is about others is named and left out.';

create function api.desk_export_person(act jsonb) returns json
language plpgsql
security definer
set search_path = ''
as $$
declare
  me constant heard.staff := heard.who_acts();
  most constant integer := 200;
  one record;
  complaints json[] := '{}';
begin
  perform heard.check_person(act);
  if (select count(distinct f.complaint_id) from heard.find_person(act) f) > most then
    perform heard.refuse('too-many', 'act');
  end if;
  for one in
    select f.complaint_id, array_agg(f.person_id) as people,
      array(select distinct unnest(b.found_by) from heard.find_person(act) b where b.complaint_id = f.complaint_id order by 1) as found_by
    from heard.find_person(act) f
    group by 1
    order by (select c.received_at from heard.complaints c where c.id = f.complaint_id), 1
  loop
    complaints := complaints || heard.complaint_in_words(one.complaint_id, one.people, one.found_by);
    perform heard.audited('person-exported', one.complaint_id, jsonb_build_object('found_by', one.found_by));
  end loop;
  if cardinality(complaints) = 0 then
    perform heard.audited('person-exported', null, '{"found": 0}');
  end if;

  return json_build_object(
    'about this copy', json_build_object(
      'made', now(),
      'before you give it', json_build_array(
        'Be sure who asks. What was found by a name alone may be about somebody else.',
        'Read it. Take out what is about other people, unless they agree or it is fair to them.',
        'Files are not in it. Open each at the desk, and look at it first.'
      )
    ),
    'complaints', to_json(complaints),
    'sent without a code, and by nobody we can be sure of', (
      select coalesce(json_agg(heard.in_words(row_to_json(a)) order by a.received_at, a.id), '[]')
      from heard.find_additions(act) a where a.complaint_id is null
    ),
    'what this cannot hold', json_build_array(
      'Answers about how we did, and answers people give about themselves: they are kept apart, and nobody can tell whose they are.',
      'Forms saved to finish later: they are locked with a code that only the person has.',
      'The words of our letters: they are not kept. What they said can be read in the rest.'
    )
  );
end
$$;

comment on function api.desk_export_person(jsonb) is
  'All that is kept about one person, to be read and given to them: {reference, role} for one complaint (role: '
  'complainant, representative or affected; whoever wrote, where none is given), or email, phone and name for several. '
  'Each complaint says by what it was found. Writes down who asked. Refuses with PT403 not-staff; PT400 unknown-key, '
  'wrong-type, missing, no-such-complaint, too-many (more than 200).';

select heard.close_doors();
grant execute on function api.desk_export_person(jsonb) to staff;
