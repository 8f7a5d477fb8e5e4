-- The rules that decide what a figure counts, as far as they are rules about the record: what a record counts
-- as, when a stage ends, and how. src/figures/definitions.ts says each in words, with where it comes from.

-- Enquiries from members of Parliament are counted apart from complaints. What else is to be counted apart is
-- added here, and nowhere else.
create function heard.counted_as(record heard.complaints) returns text
language sql
immutable
set search_path = ''
as $$
  select case when record.channel = 'mp' then 'mp-enquiry' else record.kind end
$$;

comment on function heard.counted_as(heard.complaints) is
  'What figures count a record as: its kind, or mp-enquiry. Only what counts as complaint has stages in figures.';

-- Every stage of every complaint, with how and when it ended. A complaint that has no stage is at stage 1.
create function heard.counted_stages() returns table (
  complaint_id uuid, procedure text, service text, stage smallint, asked_on date, acknowledge_by date,
  acknowledged_on date, respond_by date, extended_to date, ended_on date, ending text, refusal text,
  outcome text, learning text, actions jsonb
)
language sql
stable
set search_path = ''
as $$
  with reached as (
    select
      c.id, coalesce(c.procedure, 'none') as procedure, coalesce(c.service, 'not-recorded') as service,
      coalesce(s.number, 1::smallint) as number,
      case when coalesce(s.number, 1) = 1 then c.received_on else s.requested_on end as asked_on,
      s.acknowledge_by, s.acknowledged_on, s.respond_by, s.extended_to, s.responded_on, s.decision,
      case when s.learning_kind is null and s.learning is not null then 'not-recorded' else s.learning_kind end
        as learning,
      coalesce(s.actions, '[]') as actions,
      c.acceptance = 'refused' and coalesce(s.number, 1) = 1 as refused, coalesce(c.refusal_kind, 'not-recorded') as refusal,
      (c.closed_at at time zone 'Europe/London')::date as closed_on,
      lead(s.requested_on) over (partition by c.id order by s.number) as next_asked_on
    from heard.complaints c
    left join heard.stages s on s.complaint_id = c.id
    where heard.counted_as(c) = 'complaint'
  ), ended as (
    select
      reached.*,
      case
        when refused then 'refused'
        when decision = 'withdrawn' and coalesce(responded_on, closed_on) is not null then 'withdrawn'
        when responded_on is not null then 'answered'
        when coalesce(next_asked_on, closed_on) is not null then 'closed'
      end as ending
    from reached
  )
  select
    id, procedure, service, number, asked_on, acknowledge_by, acknowledged_on, respond_by, extended_to,
    case ending
      when 'refused' then greatest(asked_on, closed_on)
      when 'withdrawn' then greatest(asked_on, coalesce(responded_on, closed_on))
      when 'answered' then responded_on
      when 'closed' then greatest(asked_on, coalesce(next_asked_on, closed_on))
    end,
    ending, case when ending = 'refused' then refusal end,
    case when ending = 'answered' then coalesce(decision, 'not-recorded') end, learning, actions
  from ended
$$;

comment on function heard.counted_stages() is
  'Each stage of what counts as a complaint: asked_on, and ended_on with its ending, which is answered, withdrawn, '
  'closed (without a reply), refused (not accepted), or null while it is open.';

select heard.close_doors();
