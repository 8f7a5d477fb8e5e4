-- The complaint's own page: how far it has come, for whoever holds its key. It holds no word of what was written
-- and no name; those are given by words_of_complaint, against a name or a postcode.
create function heard.authority_of(complaint uuid) returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select case
        when a.not_needed_at is not null then 'not-needed'
        when heard.may_tell(a.representative_id, 'receive') then 'confirmed'
        else 'asked'
      end
      from heard.authorities a
      where a.complaint_id = complaint
    ),
    case
      when exists (select from heard.people p where p.complaint_id = complaint and p.role <> 'complainant') then 'asked'
      else 'not-needed'
    end
  )
$$;

comment on function heard.authority_of(uuid) is
  'How far the authority has come of whoever acts for somebody in a complaint: not-needed, asked or confirmed.';

create function api.follow_complaint(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  key heard.access_keys := heard.open_key(array['follow'], given);
begin
  if key.id is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'key', key.id, 'role', p.role, 'route', p.reply_route, 'language', coalesce(p.language, c.language),
      'named', num_nonnulls(p.name, p.postal_address) > 0,
      'authority', heard.authority_of(c.id),
      'reference', c.reference, 'kind', c.kind, 'service', c.service, 'procedure', c.procedure,
      'received_on', c.received_on, 'closed', c.closed_at is not null,
      'stages', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'number', s.number, 'stage', s.stage, 'requested_on', s.requested_on, 'acknowledge_by', s.acknowledge_by,
          'acknowledged_on', s.acknowledged_on, 'investigator', s.investigator, 'respond_by', s.respond_by,
          'extended_to', s.extended_to, 'extension_reason', s.extension_reason, 'responded_on', s.responded_on
        ) order by s.number), '[]')
        from heard.stages s
        where s.complaint_id = c.id
      ),
      'withdrawal', (
        select jsonb_build_object('withdrawn_on', w.withdrawn_on, 'take_up_by', w.take_up_by)
        from heard.withdrawals w
        where w.complaint_id = c.id and w.taken_up_at is null
      ),
      'sent', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'template', m.template, 'on', (m.sent_at at time zone 'Europe/London')::date
        ) order by m.sent_at, m.id), '[]')
        from heard.outgoing_messages m
        where m.complaint_id = c.id and m.recipient = p.role and m.sent_at is not null
      ),
      'received', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'on', a.received_on) order by a.received_at, a.id), '[]')
        from heard.additions a
        where a.complaint_id = c.id and a.person_id = p.id
      )
    )
    from heard.complaints c
    left join heard.people p on p.id = key.person_id
    where c.id = key.complaint_id
  );
end
$$;

comment on function api.follow_complaint(jsonb) is
  'How far a complaint has come, for the key that {link_proof} or {reference, code_proof} opens; null where it '
  'opens nothing. Lists the letters and additions of the key''s own person alone. Refuses with PT429 too-many-tries.';

-- Each look is a try, right or wrong, since it is the site that compares: 20 an hour, counted with the wrong codes.
create function api.words_of_complaint(given jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  most_in_an_hour constant integer := 20;
  key heard.access_keys := heard.open_key(array['follow'], given);
  of_reference text;
begin
  if key.id is null then
    return null;
  end if;
  select c.reference into of_reference from heard.complaints c where c.id = key.complaint_id;
  perform heard.count_wrong_code(of_reference);
  if (
    select w.tries from heard.wrong_codes w
    where w.reference = of_reference and w.in_hour = date_trunc('hour', now())
  ) > most_in_an_hour then
    perform heard.refuse('too-many-tries', 'given');
  end if;
  return (
    select jsonb_build_object(
      'name', p.name, 'postal_address', p.postal_address, 'transcript', c.transcript,
      'additions', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'kind', a.kind, 'on', a.received_on, 'transcript', a.transcript
        ) order by a.received_at, a.id), '[]')
        from heard.additions a
        where a.complaint_id = c.id and a.person_id = p.id
      )
    )
    from heard.complaints c
    left join heard.people p on p.id = key.person_id
    where c.id = key.complaint_id
  );
end
$$;

comment on function api.words_of_complaint(jsonb) is
  'What the key''s person wrote, with the name and address that whoever asks must know: the site compares, and '
  'shows nothing where they differ. Null where the key opens nothing. Refuses with PT429 too-many-tries after 20 '
  'tries in an hour.';

select heard.close_doors();
grant execute on function api.follow_complaint(jsonb) to portal;
grant execute on function api.words_of_complaint(jsonb) to portal;
