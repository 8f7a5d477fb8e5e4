-- What is sent may bring its marks and where it came from. They are no part of what the person said, so each goes in
-- around the function that keeps the words, which stays as it was.
alter function api.submit_complaint(jsonb) set schema heard;
alter function heard.submit_complaint(jsonb) rename to keep_submission;
alter function heard.keep_submission(jsonb) security invoker;
alter function api.keep_addition(jsonb) set schema heard;
alter function heard.keep_addition(jsonb) rename to keep_added;
alter function heard.keep_added(jsonb) security invoker;
revoke all on function heard.keep_submission(jsonb), heard.keep_added(jsonb) from portal;
comment on function heard.keep_submission(jsonb) is 'Does all that api.submit_complaint says, but for the marks.';
comment on function heard.keep_added(jsonb) is 'Does all that api.keep_addition says, but for the marks.';

create function heard.keep_marks(of_complaint uuid, of_addition uuid, sent jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  -- A busy library sends a handful in an hour, the council's own phone team perhaps sixty.
  many constant integer := 20;
  flood constant integer := 120;
  marks text[] := array(select jsonb_array_elements_text(nullif(sent -> 'marks', 'null')));
  counted integer := 0;
begin
  if not marks <@ array['origin', 'quick', 'hidden-field'] then
    perform heard.refuse('out-of-range', 'marks');
  end if;
  if sent ->> 'caller' is not null then
    counted := heard.count_caller(sent ->> 'caller');
  end if;
  if counted > many then
    marks := marks || case when counted > flood then 'flood' else 'many' end;
  end if;

  insert into heard.marks (complaint_id, addition_id, mark)
  select of_complaint, of_addition, m.mark from (select distinct unnest(marks)) as m (mark)
  on conflict do nothing;
  update heard.outgoing_messages m set behind = heard.how_marked(marks)
  where m.complaint_id = of_complaint or m.addition_id = of_addition;
end
$$;

comment on function heard.keep_marks(uuid, uuid, jsonb) is
  'Marks a complaint or an addition that was just kept: by sent.marks, and by how much came from sent.caller in the '
  'hour (more than 20: many; more than 120: flood). Its letters wait behind others accordingly.';

create function heard.check_marks(sent jsonb, at text) returns void
language plpgsql
set search_path = ''
as $$
begin
  if jsonb_typeof(sent) <> 'object'
    or coalesce(jsonb_typeof(sent -> 'marks'), 'null') not in ('array', 'null')
    or coalesce(jsonb_typeof(sent -> 'caller'), 'null') not in ('string', 'null')
  then
    perform heard.refuse('wrong-type', at);
  end if;
end
$$;

comment on function heard.check_marks(jsonb, text) is 'Refuses what is no object, marks that are no list and a caller that is no text.';

create function api.submit_complaint(submission jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  stored jsonb;
begin
  perform heard.check_marks(submission, 'submission');
  stored := heard.keep_submission(submission - 'marks' - 'caller');
  if (stored ->> 'created')::boolean then
    perform heard.keep_marks(c.id, null, submission)
    from heard.complaints c where c.reference = stored ->> 'reference';
  end if;
  return stored;
end
$$;

comment on function api.submit_complaint(jsonb) is
  'Keeps a submission with its person, stage, messages, files, marks and audit event in one transaction, once for each '
  'submission_id: sent again, it answers with what was kept first, created false, and same_answers false where '
  'the words had changed: the first stand. Uses the first of references that is free. marks are what makes it look '
  'like nobody''s; caller is a keyed hash of where it came from. Refuses with PT400 and a code: unknown-key, '
  'wrong-type, missing, out-of-range, not-a-day, not-a-moment, procedure-and-stage-go-together, or '
  'submission-refused, whose detail is the name of the rule that was broken; with PT409 no-free-reference, to be sent '
  'again with others, and file-gone.';

create function api.keep_addition(addition jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  stored jsonb;
  kept_before boolean;
begin
  perform heard.check_marks(addition, 'addition');
  -- What is no id is refused below, in words that quote nothing.
  if addition ->> 'submission_id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    kept_before := exists (
      select from heard.additions a where a.submission_id = (addition ->> 'submission_id')::uuid
    );
  end if;
  stored := heard.keep_added(addition - 'marks' - 'caller');
  if not kept_before then
    perform heard.keep_marks(null, a.id, addition)
    from heard.additions a where a.submission_id = (addition ->> 'submission_id')::uuid;
  end if;
  return stored;
end
$$;

comment on function api.keep_addition(jsonb) is
  'Keeps an addition once for each submission_id, with its letters, its files ([{id, key, name}]) and its marks: to the '
  'complaint that given ({link_proof} or {reference, code_proof}) opens, or unmatched where given is null. Answers '
  'opened false, and keeps nothing, where given opens nothing. Refuses with PT409 file-gone, PT429 too-many-tries, or '
  'PT400 and a code: unknown-key, wrong-type, missing, out-of-range, not-a-moment, or addition-refused with the name of '
  'the rule that was broken.';

select heard.close_doors();
grant execute on function api.submit_complaint(jsonb) to portal;
grant execute on function api.keep_addition(jsonb) to portal;
