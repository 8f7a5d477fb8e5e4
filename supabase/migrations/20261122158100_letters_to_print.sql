-- A letter that email did not bring goes by post, where the record knows where its reader lives. The desk lists them
-- here, reads each by api.desk_letter, and says by api.desk_printed that it was posted, which settles its task.
create function api.desk_letters_to_print(most integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  found jsonb;
begin
  perform heard.who_acts();
  if most is null or most not between 1 and 500 then
    perform heard.refuse('out-of-range', 'most');
  end if;
  perform heard.audited('letters-to-print-list', null);
  select jsonb_agg(jsonb_build_object(
    'message', due.id, 'reference', due.reference, 'template', due.template, 'recipient', due.recipient,
    'why', due.why, 'since', due.since
  ) order by due.since, due.id)
  into found
  from (
    select
      m.id, c.reference, m.template, m.recipient, coalesce(m.failed_at, m.bounced_at, m.complained_at) as since,
      case
        when m.bounced_at is not null then 'bounced'
        when m.complained_at is not null then 'complained'
        else m.last_failure
      end as why
    from heard.outgoing_messages m
    join heard.complaints c on c.id = m.complaint_id
    join heard.people p on p.complaint_id = m.complaint_id and p.role = m.recipient
    where m.printed_at is null and p.postal_address is not null
      and (m.failed_at is not null or m.bounced_at is not null or m.complained_at is not null)
      and m.last_failure is distinct from 'settled'
    order by 5, m.id
    limit most
  ) as due;
  return coalesce(found, '[]');
end
$$;

comment on function api.desk_letters_to_print(integer) is
  'Letters to people that email did not bring, or that were never to go by it, and that can go by post, the oldest first, '
  'up to most (1 to 500), as {message, reference, template, recipient, why (a code), since}. Holds no name and no address. '
  'Refuses with PT403 not-staff or PT400 out-of-range.';

select heard.close_doors();
grant execute on function api.desk_letters_to_print(integer) to staff;
