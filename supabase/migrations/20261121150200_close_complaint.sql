-- Closing a complaint asks whoever made it how we did: the key to the survey and the letter that gives it are made in
-- the same transaction, so that nobody is asked twice, or without a way to answer. For the team's desk, whose role
-- comes with it: until then nobody may run this, and the site's own token never may.
create function api.close_complaint(closing jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  key jsonb := nullif(closing -> 'survey_key', 'null');
  found heard.complaints;
  writer heard.people;
  asked boolean := false;
  sqlstate_of_error text;
  rule text;
begin
  perform heard.check_shape(closing, 'closing', '{
    "actor": "string", "reference": "string", "closed_at": "string", "survey_key": "object", "survey_until": "string"
  }');
  if closing ->> 'actor' is null or closing ->> 'actor' !~ '^[a-z0-9-]{1,60}$' or closing ->> 'actor' = 'portal' then
    perform heard.refuse('wrong-type', 'closing.actor');
  end if;
  if key is not null then
    perform heard.check_shape(key, 'survey_key', '{"id": "string", "code_proof": "string", "link_proof": "string"}');
  end if;

  select * into found from heard.complaints c where c.reference = closing ->> 'reference' for update;
  if found.id is null then
    perform heard.refuse('no-such-complaint', 'closing.reference');
  end if;
  if found.closed_at is not null then
    return jsonb_build_object('reference', found.reference, 'closed', false, 'asked', false);
  end if;

  update heard.complaints c
  set closed_at = coalesce(heard.moment_of(closing ->> 'closed_at', 'closed_at'), now())
  where c.id = found.id;

  select * into writer from heard.people p where p.complaint_id = found.id and p.role <> 'affected' limit 1;
  asked := key is not null and found.kind = 'complaint' and writer.reply_route = 'email';
  if asked then
    insert into heard.access_keys (id, complaint_id, person_id, purpose, code_proof, link_proof, expires_at)
    values (
      (key ->> 'id')::uuid, found.id, writer.id, 'survey', key ->> 'code_proof', key ->> 'link_proof',
      heard.moment_of(closing ->> 'survey_until', 'survey_until')
    );
    insert into heard.outgoing_messages (complaint_id, template, recipient, language)
    values (found.id, 'survey-invitation', writer.role, writer.language);
  end if;

  insert into heard.audit_events (complaint_id, event, actor, details)
  values (found.id, 'complaint-closed', closing ->> 'actor', jsonb_build_object('survey', asked));
  return jsonb_build_object('reference', found.reference, 'closed', true, 'asked', asked);
exception
  when integrity_constraint_violation or data_exception then
    get stacked diagnostics sqlstate_of_error = returned_sqlstate, rule = constraint_name;
    perform heard.refuse('closing-refused', coalesce(nullif(rule, ''), sqlstate_of_error));
end
$$;

comment on function api.close_complaint(jsonb) is
  'The team (actor, its id) closes the complaint with this reference, at closed_at or now. Whoever made it is asked '
  'how we did, where it is a complaint and they chose email: survey_key {id, code_proof, link_proof} opens the survey '
  'until survey_until. Once: what is closed stays as it is. Gives {reference, closed, asked}. For the team''s desk; '
  'granted to nobody yet. Refuses with PT400: unknown-key, wrong-type, not-a-moment, no-such-complaint, '
  'closing-refused.';

select heard.close_doors();
