-- What was sent and what came stand in one list on the page, in their order: so each has its moment.
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
      )
    )
    from heard.complaints c
    left join heard.people p on p.id = key.person_id
    where c.id = key.complaint_id
  );
end
$$;

select heard.close_doors();
grant execute on function api.follow_complaint(jsonb) to portal;
