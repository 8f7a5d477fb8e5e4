-- What was sent is looked through before anybody can open it: by a scanner where the council has one, and then it
-- lies in the bucket clean. Something harmful stays where it is, sealed; the team is not given it, and the person is
-- told. Whoever does this runs these functions and no others, and reads nothing but the file itself.
alter table heard.files add column looking_until timestamptz;

comment on column heard.files.looking_until is 'Until when one scanner has it; another leaves it alone.';

grant usage on schema api to portal_scan;

create function api.files_to_look_through(most integer, lease_seconds integer) returns setof json
language plpgsql
security definer
set search_path = ''
as $$
begin
  if most is null or most not between 1 and 100 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  if lease_seconds is null or lease_seconds not between 1 and 3600 then
    perform heard.refuse('out-of-range', 'lease_seconds');
  end if;
  return query
  with due as (
    select f.id
    from heard.files f
    where f.sent_at is not null and f.clean_at is null and f.infected_at is null
      and (f.looking_until is null or f.looking_until <= now())
    order by f.sent_at, f.id
    limit most
    for update skip locked
  ), taken as (
    update heard.files f
    set looking_until = now() + make_interval(secs => lease_seconds)
    from due
    where f.id = due.id
    returning f.id, f.path, f.key
  )
  select json_build_object('id', taken.id, 'path', taken.path, 'key', taken.key) from taken;
end
$$;

comment on function api.files_to_look_through(integer, integer) is
  'Takes up to most (1 to 100) files that were sent for lease_seconds (1 to 3600), as {id, path, key}. No file is given '
  'to two scanners within its lease. Refuses with PT400 out-of-range.';

create function api.file_is_clean(file_id uuid) returns void
language sql
security definer
set search_path = ''
as $$
  update heard.files f set clean_at = now(), looking_until = null
  where f.id = file_id and f.sent_at is not null and f.clean_at is null and f.infected_at is null
$$;

comment on function api.file_is_clean(uuid) is 'Says that a file was looked through and lies in the bucket clean.';

-- A letter waits for the person, where they are written to by email, and one for the team, who tells everybody else.
-- Several files of one complaint are one letter while it waits: it says which when it is written.
create function heard.tell_of_infected(file heard.files) returns void
language plpgsql
set search_path = ''
as $$
declare
  addition heard.additions;
  of_complaint uuid;
  person heard.people;
begin
  select * into addition from heard.additions a where a.id = file.addition_id;
  of_complaint := coalesce(file.complaint_id, addition.complaint_id);
  select * into person from heard.people p
  where p.id = addition.person_id
    or (file.addition_id is null and p.complaint_id = of_complaint and p.role <> 'affected');

  insert into heard.outgoing_messages (complaint_id, addition_id, template, recipient, language)
  select of_complaint, file.addition_id, letter.template, letter.recipient, letter.language
  from (
    values
      ('file-not-safe', person.role, person.language, person.reply_route = 'email' and person.email is not null),
      ('file-not-safe', 'sender', addition.language, not addition.verified and addition.sender_email is not null),
      ('file-kept-back', 'complaints-team', coalesce(person.language, addition.language, 'en'), true)
  ) as letter (template, recipient, language, due)
  where letter.due
    and not exists (
      select from heard.outgoing_messages m
      where m.template = letter.template and m.recipient = letter.recipient and m.attempts = 0 and m.failed_at is null
        and m.complaint_id is not distinct from of_complaint and m.addition_id is not distinct from file.addition_id
    );
end
$$;

comment on function heard.tell_of_infected(heard.files) is
  'Queues the letters about a file that is harmful: to whoever sent it, where they can be written to, and to the team.';

create function api.file_is_infected(file_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_one heard.files;
begin
  update heard.files f set infected_at = now(), looking_until = null
  where f.id = file_id and f.sent_at is not null and f.clean_at is null and f.infected_at is null
  returning * into found_one;
  if found_one.id is null then
    return;
  end if;
  perform heard.tell_of_infected(found_one);
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    coalesce(
      found_one.complaint_id,
      (select a.complaint_id from heard.additions a where a.id = found_one.addition_id)
    ),
    'file-infected', 'portal-scan', jsonb_build_object('file', found_one.id)
  );
end
$$;

comment on function api.file_is_infected(uuid) is
  'Says that a file is harmful: nobody is given it, and letters tell the person and the team.';

-- What a letter may say of files: how many came, and to whoever sent them which of them are kept back.
create function heard.files_in_letter(message heard.outgoing_messages) returns jsonb
language sql
stable
set search_path = ''
as $$
  select case when message.recipient not in ('affected', 'former-address', 'safeguarding') then
    jsonb_build_object(
      'count', count(*),
      'kept_back', count(f.infected_at),
      'names', case when message.recipient in ('complainant', 'representative') then
        coalesce(jsonb_agg(f.name order by f.place) filter (where f.infected_at is not null), '[]')
      else '[]' end
    )
  end
  from heard.files f
  where case when message.addition_id is not null then f.addition_id = message.addition_id
    else f.complaint_id = message.complaint_id end
$$;

comment on function heard.files_in_letter(heard.outgoing_messages) is
  'The files of what a letter is about, as {count, kept_back, names}: names are those kept back, for whoever sent them '
  'with a key; null for whom they do not concern.';

create or replace function heard.letter_beside(message heard.outgoing_messages) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', message.id, 'template', message.template, 'recipient', message.recipient, 'language', message.language,
    'attempts', message.attempts, 'created_at', message.created_at,
    'addition', (
      select jsonb_build_object(
        'kind', a.kind, 'received_on', a.received_on, 'verified', a.verified, 'reference', a.reference,
        'sender_name', a.sender_name, 'sender_email', a.sender_email, 'changed_from', a.changed_from,
        'transcript', a.transcript
      )
      from heard.additions a
      where a.id = message.addition_id
    ),
    'withdrawal', (
      select jsonb_build_object('withdrawn_on', w.withdrawn_on, 'take_up_by', w.take_up_by)
      from heard.withdrawals w
      where w.id = message.withdrawal_id
    ),
    'files', heard.files_in_letter(message)
  )
$$;

comment on function heard.letter_beside(heard.outgoing_messages) is
  'A message with its addition, its withdrawal and its files, each null where it is about none: what goes beside heard.letter.';

-- On the complaint's own page: how many files came, how many wait to be looked through, how many are kept back.
create function heard.files_on_the_page(of_complaint uuid, person uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'count', count(*), 'waiting', count(*) filter (where f.clean_at is null and f.infected_at is null),
    'kept_back', count(f.infected_at)
  )
  from heard.files f
  left join heard.additions a on a.id = f.addition_id
  where f.complaint_id = of_complaint or (a.complaint_id = of_complaint and a.person_id = person)
$$;

comment on function heard.files_on_the_page(uuid, uuid) is
  'The files of a complaint and of one person''s additions to it, as {count, waiting, kept_back}.';

create or replace function api.follow_complaint(given jsonb) returns jsonb
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
          'template', m.template, 'at', m.sent_at, 'on', (m.sent_at at time zone 'Europe/London')::date
        ) order by m.sent_at, m.id), '[]')
        from heard.outgoing_messages m
        where m.complaint_id = c.id and m.recipient = p.role and m.sent_at is not null
      ),
      'received', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'kind', a.kind, 'at', a.received_at, 'on', a.received_on
        ) order by a.received_at, a.id), '[]')
        from heard.additions a
        where a.complaint_id = c.id and a.person_id = p.id
      ),
      'files', heard.files_on_the_page(c.id, p.id)
    )
    from heard.complaints c
    left join heard.people p on p.id = key.person_id
    where c.id = key.complaint_id
  );
end
$$;

comment on function api.follow_complaint(jsonb) is
  'How far a complaint has come, for the key that {link_proof} or {reference, code_proof} opens; null where it '
  'opens nothing. Lists the letters, additions and files of the key''s own person alone. Refuses with PT429 too-many-tries.';

select heard.close_doors();
grant execute on function api.follow_complaint(jsonb) to portal;
grant execute on function api.files_to_look_through(integer, integer) to portal_scan;
grant execute on function api.file_is_clean(uuid) to portal_scan;
grant execute on function api.file_is_infected(uuid) to portal_scan;
