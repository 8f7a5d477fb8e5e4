-- What is counted is an id: of a reason (theme, there already), of why a complaint was not accepted, of what an
-- ombudsman decided, of a kind of learning, of a kind of action. The words beside them stay in the record; only
-- ids leave it. Their lists are the council's (categories in council.json), so only their form is held here.
alter table heard.complaints
  add column refusal_kind text,
  add column ombudsman_decision text,
  add column ombudsman_decided_on date,
  add constraint refusal_kind_is_an_id check (refusal_kind ~ '^[a-z0-9-]{1,60}$'),
  add constraint only_a_refusal_has_a_refusal_kind check (refusal_kind is null or acceptance is not distinct from 'refused'),
  add constraint ombudsman_decision_is_an_id check (ombudsman_decision ~ '^[a-z0-9-]{1,60}$'),
  add constraint a_decision_of_an_ombudsman_says_whose_and_when check (
    ombudsman_decision is null or (ombudsman is not null and ombudsman_decided_on is not null)
  );

comment on column heard.complaints.refusal_kind is 'Id in council.json of the kind of reason for which it was refused, for reports.';
comment on column heard.complaints.ombudsman_decision is 'Id in council.json of what the ombudsman decided, for reports.';
comment on column heard.complaints.ombudsman_decided_on is 'When the ombudsman decided.';

-- One action: {kind, what, owner, due_on, done_on}. done_on is null, or left out, until it is done.
create function heard.are_actions(given jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(given) <> 'array' then false else not exists (
    select from jsonb_array_elements(given) as list(action)
    where case when jsonb_typeof(action) <> 'object' then true else
      coalesce(action ->> 'kind', '') !~ '^[a-z0-9-]{1,60}$'
      or char_length(coalesce(action ->> 'what', '')) not between 1 and 2000
      or char_length(coalesce(action ->> 'owner', '')) not between 1 and 200
      or coalesce(action ->> 'due_on', '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      or coalesce(action ->> 'done_on', '2000-01-01') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      or action - array['kind', 'what', 'owner', 'due_on', 'done_on'] <> '{}'
    end
  ) end
$$;

comment on function heard.are_actions(jsonb) is
  'True for a list of actions, each {kind: id, what: text, owner: text, due_on: day, done_on: day or null}.';

alter table heard.stages
  add column learning_kind text,
  add constraint learning_kind_is_an_id check (learning_kind ~ '^[a-z0-9-]{1,60}$'),
  add constraint actions_have_a_kind_an_owner_and_a_day check (heard.are_actions(actions));

comment on column heard.stages.learning_kind is 'Id in council.json of the main kind of learning, for reports.';

select heard.close_doors();
