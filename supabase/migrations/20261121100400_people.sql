-- The people of a complaint: who complains now; who acts for whom later. Kept apart from what happened, so
-- that one can be forgotten without the other.
create table heard.people (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references heard.complaints on delete cascade,
  role text not null,
  name text,
  email text,
  phone text,
  postal_address text,
  reply_route text,
  safe_times text,
  language text not null,
  adjustments text[] not null default '{}',
  adjustments_details text,
  adjustments_review_on date,
  interpreter_language text,

  constraint role_is_known check (role in ('complainant', 'representative', 'affected')),
  constraint reply_route_is_known check (
    reply_route in ('email', 'phone', 'post', 'text-relay', 'representative', 'anonymous')
  ),
  constraint a_reply_route_has_its_address check (
    case reply_route
      when 'email' then email is not null
      when 'phone' then phone is not null
      when 'text-relay' then phone is not null
      when 'post' then postal_address is not null
      else true
    end
  ),
  constraint an_anonymous_person_is_not_identified check (
    reply_route is distinct from 'anonymous' or num_nonnulls(name, email, phone, postal_address) = 0
  ),
  constraint name_is_one_bounded_line check (char_length(name) <= 200 and name !~ '[\n\r]'),
  -- 254 characters is the longest address that mail can carry; the rest keeps a second address or a mail
  -- header from being smuggled in.
  constraint email_is_one_address check (
    char_length(email) <= 254 and email ~ '^[^[:space:][:cntrl:]@<>,;"]+@[^[:space:][:cntrl:]@<>,;"]+$'
  ),
  constraint phone_is_one_bounded_line check (char_length(phone) <= 60 and phone !~ '[\n\r]'),
  constraint postal_address_is_bounded check (char_length(postal_address) <= 1000),
  constraint safe_times_is_bounded check (char_length(safe_times) <= 500),
  constraint language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint adjustments_are_ids check (
    array_to_string(adjustments, ' ', '!') ~ '^[a-z0-9 -]*$' and char_length(array_to_string(adjustments, ' ')) <= 500
  ),
  constraint adjustments_details_is_bounded check (char_length(adjustments_details) <= 2000),
  constraint interpreter_language_is_bounded check (char_length(interpreter_language) <= 100)
);

create unique index one_complainant_for_each_complaint on heard.people (complaint_id) where role = 'complainant';
create index people_of_a_complaint on heard.people (complaint_id);

-- No policy: the owner's functions are the only way in.
alter table heard.people enable row level security;

comment on table heard.people is 'Who complains, who acts for them, and for whom.';
comment on column heard.people.id is 'Names the row inside the database; never shown.';
comment on column heard.people.complaint_id is 'The complaint they belong to.';
comment on column heard.people.role is 'complainant, representative, or affected (the person complained for).';
comment on column heard.people.name is 'Name as given; null where none was.';
comment on column heard.people.email is 'Email address as given.';
comment on column heard.people.phone is 'Phone number as typed.';
comment on column heard.people.postal_address is 'Postal address as typed, line by line.';
comment on column heard.people.reply_route is 'How they want to be answered; anonymous gets no reply.';
comment on column heard.people.safe_times is 'When it is safe to ring them.';
comment on column heard.people.language is 'BCP 47 tag of the language to write to them in.';
comment on column heard.people.adjustments is 'Ids of the reasonable adjustments and formats they need.';
comment on column heard.people.adjustments_details is 'Their needs in their own words.';
comment on column heard.people.adjustments_review_on is 'When the team looks at the adjustments again.';
comment on column heard.people.interpreter_language is 'Language they need an interpreter for.';

select heard.close_doors();
