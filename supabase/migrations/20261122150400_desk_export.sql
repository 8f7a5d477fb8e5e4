-- Facts for a spreadsheet: what came, how it went and when, one line a complaint. No name, no address, no word that
-- anybody wrote: what is in a spreadsheet goes about in emails.
create function api.desk_export(from_day date, to_day date) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  rows_found jsonb;
begin
  perform heard.who_acts();
  if from_day is null or to_day is null or to_day < from_day or to_day - from_day > 731 then
    perform heard.refuse('out-of-range', 'to_day');
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
    'reference', c.reference, 'kind', c.kind, 'service', c.service, 'procedure', c.procedure, 'theme', c.theme,
    'channel', c.channel, 'language', c.language, 'received_on', c.received_on,
    'acceptance', c.acceptance,
    'withdrawn', exists (select from heard.withdrawals w where w.complaint_id = c.id and w.taken_up_at is null),
    'closed_on', (c.closed_at at time zone 'Europe/London')::date,
    'stages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', t.number, 'stage', t.stage, 'requested_on', t.requested_on, 'acknowledge_by', t.acknowledge_by,
        'acknowledged_on', t.acknowledged_on, 'respond_by', t.respond_by, 'extended_to', t.extended_to,
        'responded_on', t.responded_on, 'decision', t.decision, 'remedied_on', t.remedied_on
      ) order by t.number), '[]')
      from heard.stages t where t.complaint_id = c.id
    ),
    'ombudsman', c.ombudsman, 'ombudsman_decision', c.ombudsman_decision, 'ombudsman_decided_on', c.ombudsman_decided_on
  ) order by c.received_on, c.reference), '[]')
  into rows_found
  from heard.complaints c
  where c.received_on between from_day and to_day and heard.counted_as(c) <> 'try-out';
  perform heard.audited('desk-export', null, jsonb_build_object(
    'from', from_day, 'to', to_day, 'rows', jsonb_array_length(rows_found)
  ));
  return rows_found;
end
$$;

comment on function api.desk_export(date, date) is
  'What was received from one day to another (at most two years), an object for each with its stages, without a name or a '
  'word of anybody. Writes down who took it. Refuses with PT403 not-staff and PT400 out-of-range.';

select heard.close_doors();
grant execute on function api.desk_export(date, date) to staff;
