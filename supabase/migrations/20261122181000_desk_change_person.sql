-- Somebody rings: they have moved, the letter came back, they need large print. The team makes the change that the
-- person could make with their code, and it is kept as that one is: as something that came later, with what was there
-- before. Whoever had the old address hears of it, since it may not have been theirs to change.
create function heard.do_change_person(about heard.complaints, act jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  told jsonb := act -> 'addition';
  changed heard.people;
  before jsonb;
  kept uuid;
begin
  perform heard.needs(act, 'act', array['role', 'addition']);
  perform heard.check_addition(told);
  if told ->> 'submission_id' is distinct from act ->> 'id' or coalesce(jsonb_typeof(told -> 'given'), 'null') <> 'null' then
    perform heard.refuse('wrong-type', 'act.addition');
  end if;
  if told ->> 'kind' is null or told ->> 'kind' not in ('contact', 'needs') then
    perform heard.refuse('out-of-range', 'act.addition.kind');
  end if;
  select * into changed from heard.people p where p.complaint_id = about.id and p.role = act ->> 'role' for update;
  if changed.id is null or about.anonymised_at is not null then
    perform heard.refuse('no-such-person', 'act.role');
  end if;

  kept := heard.write_addition(told, null);
  if kept is null then
    perform heard.refuse('not-yours', 'act.id');
  end if;
  before := heard.change_person(changed.id, told ->> 'kind', told -> 'person');
  update heard.additions a
  set complaint_id = about.id, person_id = changed.id, verified = true, changed_from = before,
    reference = null, sender_name = null, sender_email = null
  where a.id = kept;

  -- Whom it is about may not know of the complaint: what they hear, they hear of what they are asked.
  insert into heard.outgoing_messages (complaint_id, addition_id, template, recipient, language, failed_at, last_failure)
  select
    about.id, kept, letter.template, letter.recipient, p.language,
    case when letter.on_paper then now() end, case when letter.on_paper then 'to-print' end
  from heard.people p
  cross join lateral (
    values
      ('addition-received', p.role, p.reply_route = 'post', p.reply_route in ('email', 'post')),
      (
        'contact-changed', 'former-address', false,
        told ->> 'kind' = 'contact' and before ->> 'email' is distinct from p.email and before ->> 'email' is not null
      )
  ) as letter (template, recipient, on_paper, due)
  where p.id = changed.id and p.role <> 'affected' and letter.due;
  return jsonb_build_object('role', changed.role, 'kind', told ->> 'kind', 'addition', kept);
end
$$;

comment on function heard.do_change_person(heard.complaints, jsonb) is 'What api.desk_change_person does.';

create function api.desk_change_person(act jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select heard.do_act('change-person', act, '{"role": "string", "addition": "object"}')
$$;

comment on function api.desk_change_person(jsonb) is
  'The team changes how somebody in a complaint is reached, or what they need, as they asked: {id, reference, role, '
  'addition}. addition is what api.keep_addition takes, of kind contact or needs, with id as its submission_id and no '
  'given. What it says takes the place of all that the record had of the same thing. They have a letter about it, by '
  'email or on paper, and so has an old address. Gives {reference, role, kind, addition}. Refuses as heard.do_act does, '
  'and with out-of-range or no-such-person.';

comment on column heard.additions.person_id is 'Whose key it came with, or whom the team changed; null where it came without.';
comment on column heard.additions.verified is
  'True where it came with the code or the link, or where the team wrote it down and was sure of who asked.';

select heard.close_doors();
grant execute on function api.desk_change_person(jsonb) to staff;
