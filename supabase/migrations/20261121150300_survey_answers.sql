-- What people say of how we dealt with their complaint. It is kept apart from the complaint, so that they can speak
-- freely: beside the answers stand the service, the procedure and the month. While they can still be changed, they
-- are found by a proof that the site makes of the link: nothing in this database leads from a key to it. Afterwards
-- not even the link does.
create table heard.survey_answers (
  id text primary key,
  kept_in date not null default date_trunc('month', now() at time zone 'Europe/London')::date,
  service text,
  procedure text,
  found_out text,
  kept_told text,
  fair text,
  easier text,

  constraint id_is_a_proof_or_random check (id ~ '^[A-Za-z0-9_-]{36,43}$'),
  constraint kept_in_is_a_month check (extract(day from kept_in) = 1),
  constraint service_is_an_id check (service ~ '^[a-z0-9-]{1,60}$'),
  constraint procedure_is_an_id check (procedure ~ '^[a-z0-9-]{1,60}$'),
  constraint found_out_is_an_answer check (found_out in ('yes', 'partly', 'no', 'prefer-not-to-say')),
  constraint kept_told_is_an_answer check (kept_told in ('yes', 'partly', 'no', 'prefer-not-to-say')),
  constraint fair_is_an_answer check (fair in ('yes', 'partly', 'no', 'prefer-not-to-say')),
  constraint easier_is_bounded check (char_length(easier) <= 5000)
);

alter table heard.survey_answers enable row level security;

comment on table heard.survey_answers is 'What people said of how a complaint was dealt with, apart from every complaint.';
comment on column heard.survey_answers.id is 'A proof that the site makes of the link; a random one once nothing can be changed any more.';
comment on column heard.survey_answers.kept_in is 'The first day of the month in which they first answered.';
comment on column heard.survey_answers.service is 'Id of the service that the complaint was about.';
comment on column heard.survey_answers.procedure is 'Id of the procedure it followed.';
comment on column heard.survey_answers.found_out is 'Whether it was easy to find out how to complain.';
comment on column heard.survey_answers.kept_told is 'Whether we kept them told.';
comment on column heard.survey_answers.fair is 'Whether we dealt with it fairly, whatever we decided.';
comment on column heard.survey_answers.easier is 'What would have made it easier, in their words.';

create function api.open_survey(given jsonb, answers_id text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  opened heard.access_keys;
begin
  opened := heard.open_key(array['survey'], given);
  if opened.id is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'service', c.service, 'language', c.language,
      'until', (opened.expires_at at time zone 'Europe/London')::date,
      'answers', (
        select jsonb_build_object('found_out', s.found_out, 'kept_told', s.kept_told, 'fair', s.fair, 'easier', s.easier)
        from heard.survey_answers s
        where s.id = answers_id
      )
    )
    from heard.complaints c
    where c.id = opened.complaint_id
  );
end
$$;

comment on function api.open_survey(jsonb, text) is
  'What {link_proof} opens, as {service, language, until (the last day), answers (null before the first time)}; null '
  'where it opens nothing. Changes nothing.';

create function api.answer_survey(given jsonb, answers_id text, answers jsonb) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  opened heard.access_keys;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_shape(answers, 'answers', '{
    "found_out": "string", "kept_told": "string", "fair": "string", "easier": "string"
  }');
  opened := heard.open_key(array['survey'], given);
  if opened.id is null then
    return false;
  end if;
  -- Nothing else is written, so that no row of this transaction tells whose it was.
  insert into heard.survey_answers (id, service, procedure, found_out, kept_told, fair, easier)
  select
    answers_id, c.service, c.procedure, answer_survey.answers ->> 'found_out', answer_survey.answers ->> 'kept_told',
    answer_survey.answers ->> 'fair',
    nullif(answer_survey.answers ->> 'easier', '')
  from heard.complaints c
  where c.id = opened.complaint_id
  on conflict (id) do update
  set found_out = excluded.found_out, kept_told = excluded.kept_told, fair = excluded.fair, easier = excluded.easier;
  return true;
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('submission-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.answer_survey(jsonb, text, jsonb) is
  'Keeps the answers {found_out, kept_told, fair, easier}, each of which may be left out, in place of any before '
  'under the same answers_id; false where given opens no survey. Writes no event. Refuses with PT400 unknown-key, '
  'wrong-type or submission-refused.';

create function api.settle_surveys() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  settled integer;
begin
  -- Every survey ends within a month and a bit of the day it was first answered, by council.json's rule.
  update heard.survey_answers s
  set id = gen_random_uuid()::text
  where s.kept_in <= (date_trunc('month', now() at time zone 'Europe/London') - interval '2 months')::date
    and char_length(s.id) = 43;
  get diagnostics settled = row_count;
  return settled;
end
$$;

comment on function api.settle_surveys() is
  'Gives the answers that can be changed no more an id that comes from no link. Gives how many.';

select heard.close_doors();
grant execute on function api.open_survey(jsonb, text) to portal;
grant execute on function api.answer_survey(jsonb, text, jsonb) to portal;
grant execute on function api.settle_surveys() to portal;
