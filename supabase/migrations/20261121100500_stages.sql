-- A complaint goes through the stages of its procedure; each has its own clock, decision and learning.
create table heard.stages (
  complaint_id uuid not null references heard.complaints on delete cascade,
  number smallint not null,
  stage text not null,
  requested_on date not null,
  request_reasons text,
  referred_to text,
  acknowledge_by date,
  acknowledged_on date,
  investigator text,
  respond_by date,
  extended_to date,
  extension_reason text,
  responded_on date,
  decision text,
  outcome_description text,
  remedy text,
  remedy_by date,
  remedied_on date,
  learning text,
  actions jsonb not null default '[]',

  constraint stages_of_a_complaint primary key (complaint_id, number),
  constraint a_stage_comes_once unique (complaint_id, stage),
  constraint number_counts_from_one check (number between 1 and 9),
  constraint stage_is_an_id check (stage ~ '^[a-z0-9-]{1,60}$'),
  constraint acknowledged_after_it_was_asked_for check (acknowledged_on >= requested_on),
  constraint due_after_it_was_asked_for check (acknowledge_by >= requested_on and respond_by >= requested_on),
  constraint responded_after_it_was_asked_for check (responded_on >= requested_on),
  -- The Ombudsman's Code: the person is told why, and the new date.
  constraint an_extension_has_a_reason check ((extended_to is null) = (extension_reason is null)),
  constraint an_extension_is_later check (extended_to > respond_by),
  constraint decision_is_known check (decision in ('upheld', 'partly-upheld', 'not-upheld', 'withdrawn')),
  constraint request_reasons_is_bounded check (char_length(request_reasons) <= 20000),
  constraint referred_to_is_bounded check (char_length(referred_to) <= 500),
  constraint investigator_is_bounded check (char_length(investigator) <= 200),
  constraint extension_reason_is_bounded check (char_length(extension_reason) <= 5000),
  constraint outcome_description_is_bounded check (char_length(outcome_description) <= 20000),
  constraint remedy_is_bounded check (char_length(remedy) <= 5000),
  constraint learning_is_bounded check (char_length(learning) <= 5000),
  constraint actions_are_a_list check (jsonb_typeof(actions) = 'array' and octet_length(actions::text) <= 100000)
);

-- No policy: the owner's functions are the only way in.
alter table heard.stages enable row level security;

comment on table heard.stages is 'One row for each stage of its procedure that a complaint has reached. Days are Europe/London.';
comment on column heard.stages.complaint_id is 'The complaint.';
comment on column heard.stages.number is 'Its place in the procedure, from 1.';
comment on column heard.stages.stage is 'Id of the stage in council.json.';
comment on column heard.stages.requested_on is 'Day 0 of its clock: received, or asked to go on to this stage.';
comment on column heard.stages.request_reasons is 'Why they asked for this stage; never required.';
comment on column heard.stages.referred_to is 'Where it was referred on escalation, such as a commissioner.';
comment on column heard.stages.acknowledge_by is 'The last day to acknowledge; null where the procedure sets none.';
comment on column heard.stages.acknowledged_on is 'When it was acknowledged.';
comment on column heard.stages.investigator is 'Who looks into it.';
comment on column heard.stages.respond_by is 'The last day to reply; null where a date is agreed with the person.';
comment on column heard.stages.extended_to is 'The new last day to reply.';
comment on column heard.stages.extension_reason is 'Why more time is needed.';
comment on column heard.stages.responded_on is 'When the reply was sent.';
comment on column heard.stages.decision is 'upheld, partly-upheld, not-upheld or withdrawn.';
comment on column heard.stages.outcome_description is 'What was found.';
comment on column heard.stages.remedy is 'What the council does to put it right.';
comment on column heard.stages.remedy_by is 'The last day to do it.';
comment on column heard.stages.remedied_on is 'When it was done.';
comment on column heard.stages.learning is 'What the council learned.';
comment on column heard.stages.actions is 'What it will do differently: a list with owner and date.';

select heard.close_doors();
