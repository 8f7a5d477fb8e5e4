-- What opens something of a complaint to whoever holds it: a code to type beside the reference, or a link. Both
-- are derived from the key's id and the portal's secret, so neither is kept anywhere; what is kept is a proof of
-- each, which only that secret can make.
create table heard.access_keys (
  id uuid primary key,
  complaint_id uuid not null references heard.complaints on delete cascade,
  person_id uuid references heard.people on delete cascade,
  purpose text not null,
  code_proof text not null,
  link_proof text not null,
  issued_at timestamptz not null default now(),
  expires_at timestamptz,
  closed_at timestamptz,

  constraint one_key_for_each_link unique (link_proof),
  constraint purpose_is_known check (purpose in ('follow', 'consent', 'survey')),
  constraint code_proof_is_a_proof check (code_proof ~ '^[A-Za-z0-9_-]{43}$'),
  constraint link_proof_is_a_proof check (link_proof ~ '^[A-Za-z0-9_-]{43}$')
);

create index keys_of_a_complaint on heard.access_keys (complaint_id);
create index keys_of_a_person on heard.access_keys (person_id);

-- No policy: the owner's functions are the only way in.
alter table heard.access_keys enable row level security;

comment on table heard.access_keys is 'Who may open what of a complaint without signing in, each key for one purpose.';
comment on column heard.access_keys.id is 'What the code and the link are derived from; made by the site.';
comment on column heard.access_keys.complaint_id is 'The complaint it opens.';
comment on column heard.access_keys.person_id is 'Whose key it is.';
comment on column heard.access_keys.purpose is 'follow, consent or survey: a key opens nothing else.';
comment on column heard.access_keys.code_proof is 'Proof of the code, a keyed hash in base64url.';
comment on column heard.access_keys.link_proof is 'Proof of what stands in the link, likewise.';
comment on column heard.access_keys.issued_at is 'When it was made.';
comment on column heard.access_keys.expires_at is 'From when it opens nothing; null for as long as the record is kept.';
comment on column heard.access_keys.closed_at is 'When it was taken back.';

-- Wrong codes in each hour, for a reference that may or may not exist: whoever guesses is slowed alike for both.
create table heard.wrong_codes (
  reference text not null,
  in_hour timestamptz not null,
  tries integer not null default 1,

  constraint wrong_codes_of_an_hour primary key (reference, in_hour),
  constraint reference_has_its_form check (
    reference ~ '^[256789CFHJKMPRTWX]{3}-[256789CFHJKMPRTWX]{3}-[256789CFHJKMPRTWX]{3}$'
  ),
  constraint tries_are_counted check (tries >= 1)
);

alter table heard.wrong_codes enable row level security;

comment on table heard.wrong_codes is 'How often a wrong code was given for a reference, real or not, in an hour; forgotten after a day.';
comment on column heard.wrong_codes.reference is 'The reference that was given.';
comment on column heard.wrong_codes.in_hour is 'The hour, by its beginning.';
comment on column heard.wrong_codes.tries is 'Wrong codes in it.';

select heard.close_doors();
