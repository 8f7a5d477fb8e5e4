-- Answers that somebody saved to finish later. The site seals them with a key that comes from the person's code, and
-- keeps neither: with everything in this database, nobody can open one. What finds a draft comes from the same code by
-- another way, and only its hash is kept.
create table heard.drafts (
  id uuid primary key default gen_random_uuid(),
  finder_hash text not null,
  sealed bytea not null,
  journey text not null,
  edition text not null,
  saved_at timestamptz not null default now(),
  kept_until timestamptz not null,
  file_ids uuid[] not null default '{}',

  constraint a_code_finds_one_draft unique (finder_hash),
  constraint finder_hash_is_a_hash check (finder_hash ~ '^[0-9a-f]{64}$'),
  -- A nonce of 12 bytes, the answers filled up to one of four lengths, a tag of 16.
  constraint sealed_at_one_of_four_lengths check (octet_length(sealed) - 28 in (16384, 65536, 262144, 1048576)),
  constraint journey_is_an_id check (journey ~ '^[a-z][a-z-]{0,39}$'),
  constraint edition_is_a_tag check (edition ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' and char_length(edition) <= 35),
  constraint a_draft_is_kept_for_a_while check (
    kept_until > saved_at and kept_until <= saved_at + interval '92 days'
  ),
  constraint files_are_few check (cardinality(file_ids) <= 50 and array_position(file_ids, null) is null)
);

alter table heard.drafts enable row level security;
create index drafts_by_their_end on heard.drafts (kept_until);

comment on table heard.drafts is
  'Answers saved to finish later, sealed by the site with a key from a code that nobody but the person has.';
comment on column heard.drafts.id is 'Random; known to nobody outside.';
comment on column heard.drafts.finder_hash is 'SHA-256, in hexadecimal, of what finds the draft, which the site derives from the code.';
comment on column heard.drafts.sealed is 'The answers, sealed (AES-256-GCM) at one of four lengths. The key is kept nowhere.';
comment on column heard.drafts.journey is 'Which form it is of.';
comment on column heard.drafts.edition is 'The language it was last saved in, as a BCP 47 tag.';
comment on column heard.drafts.saved_at is 'When it was last saved.';
comment on column heard.drafts.kept_until is 'From then on it opens nothing, and is deleted within the hour.';
comment on column heard.drafts.file_ids is 'The files that belong to it: they are kept as long as it is.';

-- Wrong codes are counted by the first four digits of what they would have found: 65,536 places. A code that is
-- mistyped counts at a place that has nothing to do with the right one, so nobody locks themself out; and to lock out
-- one person, whose place is not known, all places would have to be filled, some 1.3 million tries in an hour.
create table heard.wrong_draft_codes (
  place text not null,
  in_hour timestamptz not null,
  tries integer not null default 1,

  constraint wrong_draft_codes_of_an_hour primary key (place, in_hour),
  constraint place_has_its_form check (place ~ '^[0-9a-f]{4}$'),
  constraint tries_are_counted check (tries >= 1)
);

alter table heard.wrong_draft_codes enable row level security;

comment on table heard.wrong_draft_codes is 'How often a code that opens no draft was given, in an hour; forgotten after a day.';
comment on column heard.wrong_draft_codes.place is 'The first four digits of the hash that the code led to.';
comment on column heard.wrong_draft_codes.in_hour is 'The hour, by its beginning.';
comment on column heard.wrong_draft_codes.tries is 'Wrong codes in it.';

select heard.close_doors();
