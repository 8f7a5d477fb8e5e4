-- How long each thing is kept is the council's to say (content/council.json, retention) and comes with the call, in
-- months. Days are London's, and the last day counts: what was closed on 3 March is still there on 3 March years later.
create function heard.check_months(months jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  least constant integer := 12;
  kind text;
begin
  perform heard.check_shape(months, 'months', '{
    "complaints": "number", "procedures": "object", "files": "number", "requests": "number", "feedback": "number",
    "surveys": "number", "equality": "number", "audit": "number"
  }');
  foreach kind in array array['complaints', 'files', 'requests', 'feedback', 'surveys', 'equality', 'audit'] loop
    if coalesce((months ->> kind)::numeric, 0) not between least and 1200 then
      perform heard.refuse('out-of-range', 'months.' || kind);
    end if;
  end loop;
  if coalesce(jsonb_typeof(months -> 'procedures'), 'null') <> 'object' then
    perform heard.refuse('missing', 'months.procedures');
  end if;
  if exists (
    select from jsonb_each(months -> 'procedures') as p
    where case jsonb_typeof(p.value) when 'number' then p.value::numeric not between least and 1200 else true end
  ) then
    perform heard.refuse('out-of-range', 'months.procedures');
  end if;
  if (months ->> 'audit')::numeric < 24 then
    perform heard.refuse('out-of-range', 'months.audit');
  end if;
end
$$;

comment on function heard.check_months(jsonb) is
  'Refuses periods that are not all there, or shorter than a year (two for the audit), or longer than a hundred.';

create function heard.months_of(complaint heard.complaints, months jsonb) returns integer
language sql
immutable
set search_path = ''
as $$
  select floor((case complaint.kind
    when 'complaint' then coalesce(months #>> array['procedures', complaint.procedure], months ->> 'complaints')
    when 'service-request' then months ->> 'requests'
    else months ->> 'feedback'
  end)::numeric)::integer
$$;

comment on function heard.months_of(heard.complaints, jsonb) is 'For how many months this is kept.';

create function heard.kept_from(complaint heard.complaints) returns date
language sql
stable
set search_path = ''
as $$
  select (case complaint.kind when 'complaint' then complaint.closed_at else complaint.received_at end
    at time zone 'Europe/London')::date
$$;

comment on function heard.kept_from(heard.complaints) is
  'The day from which its time counts: a complaint''s closing, null while it is open; anything else''s arrival, since it '
  'is not always closed.';

create function heard.past_its_time(moment timestamptz, months jsonb)
returns table (complaint_id uuid, kind text, procedure text, held boolean)
language sql
stable
set search_path = ''
as $$
  select
    c.id, case c.kind when 'complaint' then 'complaints' when 'service-request' then 'requests' else 'feedback' end,
    coalesce(c.procedure, 'none'), heard.on_hold(c.id)
  from heard.complaints c
  where c.anonymised_at is null
    and heard.kept_from(c) + make_interval(months => heard.months_of(c, months)) < (moment at time zone 'Europe/London')::date
$$;

comment on function heard.past_its_time(timestamptz, jsonb) is 'What is past its time at a moment, held or not.';

select heard.close_doors();
