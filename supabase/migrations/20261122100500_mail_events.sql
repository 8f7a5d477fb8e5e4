-- The mail provider says later what became of a letter: that it was taken, delivered, late, came back, or was called
-- unwanted. It may say so twice and in any order. Each is a time of its own, the first of its kind is believed, and
-- what was said before is known by the event's id.
create table heard.mail_events (
  id text primary key,
  seen_at timestamptz not null default now(),

  constraint mail_event_is_an_id check (id ~ '^[A-Za-z0-9_.-]{1,100}$')
);

create index mail_events_seen on heard.mail_events (seen_at);

alter table heard.mail_events enable row level security;

comment on table heard.mail_events is 'What the mail provider has told us already. It tells no event again after a few days; after 30 they go.';
comment on column heard.mail_events.id is 'The event''s id at the mail provider. Says nothing of whom it is about.';
comment on column heard.mail_events.seen_at is 'When it was first told.';

select heard.say_what_becomes('mail_events', 'own-time');

create function api.record_mail_event(event jsonb) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  kind constant text := event ->> 'kind';
  at timestamptz;
  message heard.outgoing_messages;
begin
  perform heard.check_shape(event, 'event', '{
    "id": "string", "kind": "string", "message": "string", "provider_id": "string", "at": "string"
  }');
  if kind is null or kind not in ('sent', 'delivered', 'delayed', 'bounced', 'complained') then
    perform heard.refuse('out-of-range', 'event.kind');
  end if;
  -- The other side's clock is not ours.
  at := least(heard.moment_of(event ->> 'at', 'event.at'), now());

  insert into heard.mail_events (id) values (event ->> 'id') on conflict do nothing;
  if not found then
    return false;
  end if;
  select * into message from heard.outgoing_messages m where m.id = (event ->> 'message')::uuid for update;
  if message.id is null then
    return false;
  end if;

  -- Whatever is said of it, it was taken: also where nobody had heard of that, or had given it up.
  if message.sent_at is null then
    perform heard.message_has_gone(message, event ->> 'provider_id', at);
  end if;
  update heard.outgoing_messages m
  set delivered_at = case when kind = 'delivered' then coalesce(m.delivered_at, at) else m.delivered_at end,
    delayed_at = case when kind = 'delayed' then coalesce(m.delayed_at, at) else m.delayed_at end,
    bounced_at = case when kind = 'bounced' then coalesce(m.bounced_at, at) else m.bounced_at end,
    complained_at = case when kind = 'complained' then coalesce(m.complained_at, at) else m.complained_at end
  where m.id = message.id;
  if kind in ('bounced', 'complained') then
    perform heard.make_task('letter-' || kind, message);
    insert into heard.audit_events (complaint_id, event, actor, details)
    values (
      message.complaint_id, 'message-' || kind, 'mailer',
      jsonb_build_object('message', message.id, 'template', message.template, 'recipient', message.recipient)
    );
  end if;
  return true;
exception
  when integrity_constraint_violation or data_exception then
    perform heard.refuse('wrong-type', 'event');
end
$$;

comment on function api.record_mail_event(jsonb) is
  'What the mail provider says of a letter, once for each event: {id, kind, message, provider_id, at}, kind being sent, '
  'delivered, delayed, bounced (for good) or complained. A letter that came back, or was called unwanted, makes a task. '
  'False where it was told before, or is about no letter of ours. Refuses with PT400 unknown-key, wrong-type or out-of-range.';

select heard.close_doors();
grant execute on function api.record_mail_event(jsonb) to mailer;
