-- The mail provider forgets after a day that it took a letter. So the outbox knows of each letter when a try began whose
-- outcome was never heard, and the hash of what was tried: the same may be tried again for a while, and nothing else.
-- Of what becomes of a letter once it is sent, the provider tells us later, in no order: each is a time of its own.
alter table heard.outgoing_messages
  add column first_attempt_at timestamptz,
  add column begun_at timestamptz,
  add column unknown_since timestamptz,
  add column body_hash text,
  add column delivered_at timestamptz,
  add column delayed_at timestamptz,
  add column bounced_at timestamptz,
  add column complained_at timestamptz,
  add constraint body_hash_is_a_hash check (body_hash ~ '^[A-Za-z0-9_-]{43}$'),
  add constraint what_may_have_gone_is_known_by_its_hash check ((unknown_since is null) = (body_hash is null));

comment on column heard.outgoing_messages.not_before is 'When it is due, or due again: the next attempt.';
comment on column heard.outgoing_messages.first_attempt_at is 'When a sender first took it: it is tried for so long from then.';
comment on column heard.outgoing_messages.begun_at is 'When it was last handed to the mail provider, or was about to be.';
comment on column heard.outgoing_messages.unknown_since is
  'When the first try began that may have been taken without our hearing of it; null where there is none.';
comment on column heard.outgoing_messages.body_hash is
  'SHA-256 in base64url of what that try sent: what is tried again must be the same, byte for byte.';
comment on column heard.outgoing_messages.delivered_at is 'When the reader''s server took it, as the mail provider says.';
comment on column heard.outgoing_messages.delayed_at is 'When the mail provider first said that it is late.';
comment on column heard.outgoing_messages.bounced_at is 'When it came back, or could not be delivered for good.';
comment on column heard.outgoing_messages.complained_at is 'When its reader called it unwanted.';

select heard.say_what_becomes('outgoing_messages', 'goes', array[
  'first_attempt_at', 'begun_at', 'unknown_since', 'body_hash', 'delivered_at', 'delayed_at', 'bounced_at',
  'complained_at'
]);

-- What was waiting before this came has been tried for as long as it has waited.
update heard.outgoing_messages m
set first_attempt_at = m.last_attempt_at
where m.sent_at is null and m.failed_at is null;
