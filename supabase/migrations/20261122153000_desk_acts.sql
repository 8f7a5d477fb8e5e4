-- What the team does at its desk is one function of the API for each act. The form makes an id for the act, so that
-- what is sent twice is done once and answered alike; who acts is read from their token; the act, its letter and its
-- line in the audit are one transaction.
create table heard.desk_acts (
  id uuid primary key,
  act text not null,
  complaint_id uuid references heard.complaints on delete cascade,
  by_staff uuid not null references heard.staff,
  done_at timestamptz not null default now(),
  answer jsonb,

  constraint act_is_an_id check (act ~ '^[a-z0-9-]{1,60}$'),
  constraint answer_holds_ids_and_codes check (
    jsonb_typeof(answer) = 'object' and octet_length(answer::text) <= 2000
  )
);

create index acts_on_a_complaint on heard.desk_acts (complaint_id);
create index acts_of_somebody on heard.desk_acts (by_staff);

-- No policy: the owner's functions are the only way in.
alter table heard.desk_acts enable row level security;

comment on table heard.desk_acts is 'What the team did at its desk, each act once.';
comment on column heard.desk_acts.id is 'Random, made by the form: the same one sent twice is one act.';
comment on column heard.desk_acts.act is 'Which act: reply, note and so on.';
comment on column heard.desk_acts.complaint_id is 'The complaint it was done to; null for a task that is about none.';
comment on column heard.desk_acts.by_staff is 'Who did it.';
comment on column heard.desk_acts.done_at is 'When.';
comment on column heard.desk_acts.answer is 'What was answered, and is answered again: ids and codes alone.';

create function heard.needs(given jsonb, at text, keys text[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  key text;
begin
  foreach key in array keys loop
    if coalesce(btrim(given ->> key), '') = '' then
      perform heard.refuse('missing', at || '.' || key);
    end if;
  end loop;
end
$$;

comment on function heard.needs(jsonb, text, text[]) is 'Refuses with missing what lacks one of these keys, or holds nothing in it.';

-- Two at once with one id: the second waits for the first at the insert, and then meets its answer.
create function heard.begin_act(name text, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  me constant heard.staff := heard.who_acts();
  before heard.desk_acts;
begin
  perform heard.needs(act, 'act', array['id']);
  insert into heard.desk_acts (id, act, by_staff) values ((act ->> 'id')::uuid, name, me.id) on conflict do nothing;
  if found then
    return null;
  end if;
  select * into before from heard.desk_acts d where d.id = (begin_act.act ->> 'id')::uuid;
  if before.act <> name or before.by_staff <> me.id then
    perform heard.refuse('not-yours', 'act.id');
  end if;
  return before.answer;
end
$$;

comment on function heard.begin_act(text, jsonb) is
  'Begins an act of whoever''s token it is; gives its first answer where it was done before, and null where it is to be '
  'done. Refuses with PT403 not-staff, and with missing, or not-yours for the id of another act.';

create function heard.end_act(name text, act jsonb, complaint uuid, details jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  said jsonb := jsonb_build_object('reference', (select c.reference from heard.complaints c where c.id = complaint))
    || coalesce(details, '{}');
begin
  update heard.desk_acts d set complaint_id = complaint, answer = said where d.id = (end_act.act ->> 'id')::uuid;
  perform heard.audited(
    'desk-' || name, complaint, coalesce(details, '{}') || jsonb_build_object('act', end_act.act ->> 'id')
  );
  return said;
end
$$;

comment on function heard.end_act(text, jsonb, uuid, jsonb) is
  'Keeps what an act answers, {reference} and its details (ids and codes alone), and writes it into the audit.';

create function heard.do_act(name text, act jsonb, shape jsonb, about_one boolean default true) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  about heard.complaints;
  details jsonb;
  sqlstate_of_error text;
  rule text;
begin
  details := heard.begin_act(name, act);
  if details is not null then
    return details;
  end if;
  perform heard.check_shape(act, 'act', '{"id": "string", "reference": "string"}' || shape);
  -- Two who act on one complaint come one after the other, and the second meets what the first did.
  select * into about from heard.complaints c where c.reference = act ->> 'reference' for update;
  if about.id is null and (about_one or act ->> 'reference' is not null) then
    perform heard.refuse('no-such-complaint', 'act.reference');
  end if;
  execute format('select heard.%I($1, $2)', 'do_' || replace(name, '-', '_')) into details using about, act;
  return heard.end_act(name, act, about.id, details);
exception
  -- PostgreSQL's own message quotes the failing row. Only the rule's name goes on.
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('act-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function heard.do_act(text, jsonb, jsonb, boolean) is
  'Does a whole act: holds it to its shape, finds and locks its complaint (about_one false: it may be about none), runs '
  'heard.do_<name>(complaint, act), which gives details of ids and codes, and audits it. Refuses with PT403 not-staff; '
  'PT400 unknown-key, wrong-type, missing, not-yours, no-such-complaint, act-refused with the rule, and the act''s own.';

select heard.say_what_becomes('desk_acts', 'goes');

select heard.close_doors();
