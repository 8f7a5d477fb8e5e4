-- Whoever fills in a form says where letters go, so a form could be used to flood somebody. To one address go so many
-- letters in a day; more wait for the day to pass, and the team is told once. The address itself is not here: the site
-- gives a keyed proof of it, which only its secret can make, and that is forgotten after a day.
create table heard.written_to (
  id uuid primary key default gen_random_uuid(),
  address_proof text not null,
  message_id uuid references heard.outgoing_messages on delete cascade,
  written_at timestamptz not null default now(),
  held boolean not null default false,

  constraint address_proof_is_a_proof check (address_proof ~ '^[A-Za-z0-9_-]{43}$'),
  constraint a_letter_counts_once unique (message_id)
);

create index written_to_one on heard.written_to (address_proof, written_at);
create index written_to_before on heard.written_to (written_at);

alter table heard.written_to enable row level security;

comment on table heard.written_to is 'How often was written to one address within a day, for the limit. A day old, it goes.';
comment on column heard.written_to.id is 'Random.';
comment on column heard.written_to.address_proof is 'A keyed proof of the address: without the site''s secret it says nothing.';
comment on column heard.written_to.message_id is 'The letter; null for what is not of the outbox, and for the note that letters are held.';
comment on column heard.written_to.written_at is 'When it was written, or last tried.';
comment on column heard.written_to.held is 'True for the note that letters to the address are held, and that the team was told.';

select heard.say_what_becomes('written_to', 'own-time');

create function heard.most_letters_a_day() returns integer
language sql
immutable
set search_path = ''
as $$ select 30 $$;

comment on function heard.most_letters_a_day() is
  'To one address. Ten cases in a day, three letters each, is an advocate''s long day; nobody else comes near.';

create function heard.day_is_full(of_address text) returns timestamptz
language sql
stable
set search_path = ''
as $$
  select w.written_at + interval '1 day'
  from heard.written_to w
  where w.address_proof = of_address and not w.held and w.written_at > now() - interval '1 day'
  order by w.written_at desc
  offset heard.most_letters_a_day() - 1
  limit 1
$$;

comment on function heard.day_is_full(text) is
  'When there is room again for a letter to an address; null where there is room now.';

create function heard.hold_letter(message heard.outgoing_messages, of_address text, until timestamptz) returns void
language plpgsql
set search_path = ''
as $$
begin
  -- It was never tried: its days begin once there is room. Those that wait together do not come back together.
  update heard.outgoing_messages m
  set not_before = until + random() * interval '1 hour', leased_until = null, first_attempt_at = null,
    last_failure = 'too-many-for-one-address'
  where m.id = message.id;
  if not exists (
    select from heard.written_to w
    where w.address_proof = of_address and w.held and w.written_at > now() - interval '1 day'
  ) then
    insert into heard.written_to (address_proof, held) values (of_address, true);
    perform heard.make_task('letters-held', message);
  end if;
end
$$;

comment on function heard.hold_letter(heard.outgoing_messages, text, timestamptz) is
  'Lets a letter wait until there is room for its address, and tells the team of the first in a day.';

select heard.close_doors();
