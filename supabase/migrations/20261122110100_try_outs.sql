-- Each hour the site sends itself a complaint, to see that all of it works: functions/try-out.ts. Only the site can mark
-- one: channel try-out. It is in no count, no list and no figure, and is deleted within the hour.
create or replace function heard.counted_as(record heard.complaints) returns text
language sql
immutable
set search_path = ''
as $$
  select case record.channel when 'mp' then 'mp-enquiry' when 'try-out' then 'try-out' else record.kind end
$$;

comment on function heard.counted_as(heard.complaints) is
  'What a record counts as: its kind, mp-enquiry, or try-out, which nothing counts and no list holds. Only what counts as '
  'complaint has stages in figures.';

create or replace function api.figures(first_day date, last_day date) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if first_day is null or last_day is null or not isfinite(first_day) or not isfinite(last_day)
    or last_day < first_day or last_day > first_day + 366
  then
    perform heard.refuse('out-of-range', 'first_day');
  end if;

  return (
    with stages as materialized (
      select * from heard.counted_stages() where asked_on <= figures.last_day
    ), asked as (
      select * from stages where asked_on >= figures.first_day
    ), ended as (
      select * from stages where ended_on between figures.first_day and figures.last_day
    ), received as (
      select c.*, heard.counted_as(c) as counted_as
      from heard.complaints c
      where c.received_on between figures.first_day and figures.last_day and heard.counted_as(c) <> 'try-out'
    )
    select jsonb_build_object(
      'received', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select
            counted_as as kind, to_char(received_on, 'YYYY-MM') as month, channel,
            case when counted_as = 'complaint' then coalesce(procedure, 'none') end as procedure,
            coalesce(service, 'not-recorded') as service, count(*) as n
          from received group by 1, 2, 3, 4, 5
        ) g
      ),
      'reasons', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select coalesce(theme, 'not-recorded') as reason, to_char(received_on, 'YYYY-MM') as month, count(*) as n
          from received where counted_as = 'complaint' group by 1, 2
        ) g
      ),
      'asked', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select
            stage, procedure, asked_on, acknowledge_by,
            case when acknowledged_on <= figures.last_day then acknowledged_on end as acknowledged_on, count(*) as n
          from asked group by 1, 2, 3, 4, 5
        ) g
      ),
      'answered', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select stage, to_char(ended_on, 'YYYY-MM') as month, procedure, service, outcome, count(*) as n
          from ended where ending = 'answered' group by 1, 2, 3, 4, 5
        ) g
      ),
      'days', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select stage, procedure, asked_on, respond_by, extended_to, ended_on as responded_on, count(*) as n
          from ended where ending = 'answered' group by 1, 2, 3, 4, 5, 6
        ) g
      ),
      'learning', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select coalesce(learning, 'none') as learning, actions <> '[]' as actions, count(*) as n
          from ended where ending = 'answered' group by 1, 2
        ) g
      ),
      'actions', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select
            action ->> 'kind' as kind,
            case
              when action ->> 'done_on' <= figures.last_day::text then 'done'
              when action ->> 'due_on' < figures.last_day::text then 'overdue'
              else 'under-way'
            end as state,
            count(*) as n
          from ended, jsonb_array_elements(actions) as list(action)
          where ending = 'answered' group by 1, 2
        ) g
      ),
      'unanswered', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select stage, procedure, ending, refusal, count(*) as n
          from ended where ending <> 'answered' group by 1, 2, 3, 4
        ) g
      ),
      'open', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select stage, procedure, on_day, count(*) as n
          from stages, (values (figures.first_day - 1), (figures.last_day)) as days(on_day)
          where asked_on <= on_day and (ended_on is null or ended_on > on_day)
          group by 1, 2, 3
        ) g
      ),
      'ombudsman', (
        select coalesce(jsonb_agg(to_jsonb(g) order by g), '[]') from (
          select c.ombudsman, c.ombudsman_decision as decision, count(*) as n
          from heard.complaints c
          where c.ombudsman_decision is not null
            and c.ombudsman_decided_on between figures.first_day and figures.last_day
          group by 1, 2
        ) g
      )
    )
  );
end
$$;

create function api.try_out(of_submission uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object('kept', count(*) > 0, 'letter_sent', coalesce(bool_and(m.sent_at is not null), false))
    from heard.complaints c
    left join heard.outgoing_messages m on m.complaint_id = c.id
    where c.submission_id = of_submission and c.channel = 'try-out'
  );
end
$$;

comment on function api.try_out(uuid) is
  'Says of a try-out, by its submission, whether it was kept, and whether its letter was sent. Of any other submission it '
  'says kept false.';

create function api.end_try_outs() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  ended integer;
begin
  delete from heard.complaints c where c.channel = 'try-out';
  get diagnostics ended = row_count;
  return ended;
end
$$;

comment on function api.end_try_outs() is
  'Deletes every try-out with all that belongs to it, and gives how many. Touches nothing that anybody sent.';

select heard.close_doors();
grant execute on function api.figures(date, date) to reports;
grant execute on function api.try_out(uuid) to portal;
grant execute on function api.end_try_outs() to portal;
