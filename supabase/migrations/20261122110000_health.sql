-- How the record is, for a monitor: that it answers, and how long the letter has waited that has waited longest. It is
-- told to whoever asks (/api/health), so it says nothing else.
create function api.health() returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'oldest_waiting_seconds',
      coalesce(floor(extract(epoch from now() - min(coalesce(m.first_attempt_at, m.not_before)))), 0)
    )
    from heard.outgoing_messages m
    left join heard.complaints c on c.id = m.complaint_id
    -- What is marked waits behind all others, and what is held for a day was never tried: neither is a fault.
    where m.sent_at is null and m.failed_at is null and m.behind = 0
      and (m.first_attempt_at is not null or m.not_before <= now())
      -- The site's own, which is watched by what sends it.
      and c.channel is distinct from 'try-out'
  );
end
$$;

comment on function api.health() is
  'Answers {oldest_waiting_seconds}: how long since the letter was due, or first tried, that has waited longest; 0 where '
  'none waits.';

select heard.close_doors();
grant execute on function api.health() to portal;
