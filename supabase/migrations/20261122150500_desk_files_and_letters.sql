-- A file that was looked through can be opened by the team, and a letter can be read or printed. Both are reads of a
-- case: who did is written down.
create function api.desk_file(id uuid) returns json
language plpgsql
security definer
set search_path = ''
as $$
begin
  return api.open_file(desk_file.id, 'staff-' || (heard.who_acts()).id);
end
$$;

comment on function api.desk_file(uuid) is
  'Where a file lies that was looked through, and what opens it: see api.open_file, which writes down who asked. Refuses '
  'with PT403 not-staff.';

create function api.desk_letter(message uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found heard.outgoing_messages;
  reader heard.people;
begin
  perform heard.who_acts();
  select m.* into found from heard.outgoing_messages m
  where m.id = desk_letter.message and m.recipient in ('complainant', 'representative', 'affected')
    and m.complaint_id is not null;
  if found.id is null then
    return null;
  end if;
  perform heard.audited('letter-read', found.complaint_id, jsonb_build_object('message', found.id));
  select p.* into reader from heard.people p where p.complaint_id = found.complaint_id and p.role = found.recipient;
  return jsonb_build_object(
    'message', coalesce(heard.letter(found)::jsonb, '{}') || heard.letter_beside(found)
      || jsonb_build_object('consent', heard.consent_in_letter(found)),
    'name', reader.name, 'postal_address', reader.postal_address,
    'reference', (select c.reference from heard.complaints c where c.id = found.complaint_id)
  );
end
$$;

comment on function api.desk_letter(uuid) is
  'What a letter to a person is written from, as {message (as api.claim_messages gives it), name, postal_address, reference}; null for a '
  'letter to the team, or for none. Writes down who read it. Refuses with PT403 not-staff.';

select heard.close_doors();
grant execute on function api.desk_file(uuid) to staff;
grant execute on function api.desk_letter(uuid) to staff;
