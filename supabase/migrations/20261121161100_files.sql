-- Files that people send. Their bytes are in the storage, sealed with a key that only the form holds while the form
-- is being filled in; so nobody can read a file that was never sent, and a saved draft is as private as its code.
-- The key comes here in the transaction that keeps the complaint, since the team must be able to read it.
create table heard.files (
  id uuid primary key,
  path uuid,
  size integer not null,
  type text,
  key_proof text,
  refused text,
  created_at timestamptz not null default now(),
  kept_until timestamptz not null default now() + interval '1 day',
  checked_at timestamptz,
  complaint_id uuid references heard.complaints on delete cascade,
  addition_id uuid references heard.additions on delete cascade,
  place smallint,
  name text,
  key text,
  sent_at timestamptz,
  clean_at timestamptz,
  infected_at timestamptz,
  forgotten_at timestamptz,

  constraint one_place_in_the_storage unique (path),
  constraint size_is_bounded check (size between 1 and 20000000),
  constraint type_is_a_media_type check (char_length(type) <= 100 and type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  constraint key_proof_is_a_hash check (key_proof ~ '^[0-9a-f]{64}$'),
  constraint refused_is_a_code check (refused ~ '^[a-z-]{1,30}$'),
  constraint what_is_refused_is_not_sent check (refused is null or sent_at is null),
  constraint what_is_checked_has_its_type check (checked_at is null or (type is not null and key_proof is not null)),
  constraint what_is_sent_is_checked check (sent_at is null or checked_at is not null),
  constraint what_is_sent_belongs_somewhere check (
    (sent_at is null) = (num_nonnulls(complaint_id, addition_id) = 0) and num_nonnulls(complaint_id, addition_id) <= 1
  ),
  constraint what_is_sent_can_be_read check (
    sent_at is null or (key is not null and name is not null and place is not null)
  ),
  constraint what_is_not_sent_cannot_be_read check (sent_at is not null or num_nonnulls(key, name, place) = 0),
  constraint key_opens_one_file check (key ~ '^[A-Za-z0-9_-]{43}$'),
  constraint name_is_one_bounded_line check (char_length(name) between 1 and 200 and name !~ '[[:cntrl:]]'),
  constraint clean_or_infected_but_not_both check (clean_at is null or infected_at is null),
  constraint what_is_looked_through_was_sent check (
    sent_at is not null or num_nonnulls(clean_at, infected_at) = 0
  )
);

create index files_of_a_complaint on heard.files (complaint_id);
create index files_of_an_addition on heard.files (addition_id);
create index files_to_look_through on heard.files (sent_at) where clean_at is null and infected_at is null;
create index files_to_forget on heard.files (kept_until) where sent_at is null;

-- No policy: the owner's functions are the only way in.
alter table heard.files enable row level security;

comment on table heard.files is 'Files that people send, and those of forms that are not sent yet. The bytes are in the storage, sealed.';
comment on column heard.files.id is 'Random; the first part of the handle that a form holds.';
comment on column heard.files.path is 'Where the sealed bytes lie in their bucket: random, and never the name. Null once they are gone.';
comment on column heard.files.size is 'How long the file is, in bytes, before it is sealed: as declared, and once it is checked, as it is.';
comment on column heard.files.type is 'Media type, read from the bytes.';
comment on column heard.files.key_proof is 'SHA-256 of the key''s text: whoever sends the file, or takes it back, must have the key.';
comment on column heard.files.refused is 'Code of why it was not taken; its bytes are gone.';
comment on column heard.files.created_at is 'When its upload began.';
comment on column heard.files.kept_until is 'Until when it waits to be sent: a day, or to the end of a saved draft.';
comment on column heard.files.checked_at is 'When it was found to be what may be sent.';
comment on column heard.files.complaint_id is 'The complaint it was sent with.';
comment on column heard.files.addition_id is 'The addition it was sent with.';
comment on column heard.files.place is 'Its place among the files that were sent together, from 1.';
comment on column heard.files.name is 'What the person''s device called it, once it is sent. Never a path.';
comment on column heard.files.key is 'What opens its bytes (AES-256-GCM, base64url), once it is sent.';
comment on column heard.files.sent_at is 'When it was sent with a complaint or an addition.';
comment on column heard.files.clean_at is 'When it was looked through and lay in the bucket clean: from then on the team can open it.';
comment on column heard.files.infected_at is 'When the scanner found something harmful: nobody can open it.';
comment on column heard.files.forgotten_at is 'When it was taken back before it was sent: its bytes are to be deleted.';

-- How many uploads began, by a hash that says the same caller within one hour and nothing else.
create table heard.file_starts (
  who text not null,
  in_hour timestamptz not null,
  files integer not null,
  bytes bigint not null,

  constraint starts_of_an_hour primary key (in_hour, who),
  constraint who_is_a_hash check (who ~ '^[A-Za-z0-9_-]{43}$'),
  constraint starts_are_counted check (files >= 1 and bytes >= 1)
);

alter table heard.file_starts enable row level security;

comment on table heard.file_starts is 'How many uploads one caller began in an hour; forgotten once it is over.';
comment on column heard.file_starts.who is 'Keyed hash of the caller''s network address and the hour: says nothing in another hour.';
comment on column heard.file_starts.in_hour is 'The hour, by its beginning.';
comment on column heard.file_starts.files is 'Uploads begun in it.';
comment on column heard.file_starts.bytes is 'How many bytes they were said to have.';

select heard.close_doors();
