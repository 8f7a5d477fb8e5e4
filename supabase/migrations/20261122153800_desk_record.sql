-- A complaint that was spoken, or came on paper, is kept as one from the site is: by the same functions, with the same
-- clocks, which run from the day it reached the council, whenever somebody writes it down.
create function api.desk_record(act jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  before jsonb;
  submission jsonb := act -> 'submission';
  received date;
  kept uuid;
  sqlstate_of_error text;
  rule text;
begin
  before := heard.begin_act('record', act);
  if before is not null then
    return before;
  end if;
  perform heard.check_shape(act, 'act', '{"id": "string", "submission": "object", "received_on": "string"}');
  perform heard.needs(act, 'act', array['received_on']);
  perform heard.check_submission(submission);
  if submission ->> 'submission_id' is distinct from act ->> 'id' then
    perform heard.refuse('wrong-type', 'act.submission');
  end if;
  -- Which ways there are is the council's to say (categories in council.json); web is the site's own.
  if coalesce(submission ->> 'channel', 'web') = 'web' then
    perform heard.refuse('out-of-range', 'act.submission.channel');
  end if;
  received := heard.day_of(act ->> 'received_on', 'act.received_on');
  if received > heard.today() then
    perform heard.refuse('out-of-range', 'act.received_on');
  end if;

  kept := heard.keep_complaint(submission);
  if kept is null then
    perform heard.refuse('not-yours', 'act.id');
  end if;
  -- The site's clock may run a little ahead of the database's.
  update heard.complaints c set received_on = least(received, c.received_on) where c.id = kept;
  perform heard.keep_its_parts(kept, submission);
  -- Who gave no email address gets the letter on paper.
  update heard.outgoing_messages m set failed_at = now(), last_failure = 'to-print'
  from heard.people p
  where m.complaint_id = kept and p.complaint_id = kept and p.role = m.recipient
    and m.recipient in ('complainant', 'representative') and (p.email is null or p.reply_route is distinct from 'email');
  return heard.end_act('record', act, kept, jsonb_build_object('channel', submission ->> 'channel'));
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('act-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.desk_record(jsonb) is
  'The team writes down a complaint that came another way: {id, submission, received_on}. submission is what '
  'api.submit_complaint takes, with id as its submission_id and any channel but web. Its clocks run from received_on. '
  'Letters as for the site; to whoever did not choose email, on paper. Gives {reference, channel}. Refuses as '
  'heard.do_act and api.submit_complaint do, and with out-of-range.';

select heard.close_doors();
grant execute on function api.desk_record(jsonb) to staff;
