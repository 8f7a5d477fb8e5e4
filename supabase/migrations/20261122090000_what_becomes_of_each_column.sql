-- When a complaint's time is over, or somebody has it erased, what says who or what in words goes, and what counts need
-- stays. Which is which is said here for every column, by the migration that adds it, and heard.anonymise does what it
-- says: the list and the deed cannot part. It comes before the tables of its day, so that each can say it.
create table heard.column_fates (
  of_table text not null,
  of_column text not null,
  fate text not null,
  becomes text,

  constraint one_fate_for_each_column primary key (of_table, of_column),
  constraint a_fate_names_a_table check (of_table ~ '^[a-z0-9_]{1,63}$'),
  constraint a_fate_names_a_column check (of_column ~ '^[a-z0-9_]{1,63}$'),
  constraint fate_is_known check (fate in ('kept', 'blanked', 'goes', 'own-time')),
  constraint becomes_is_bounded check (char_length(becomes) <= 500),
  constraint only_what_is_blanked_becomes_something check ((fate = 'blanked') = (becomes is not null))
);

alter table heard.column_fates enable row level security;

comment on table heard.column_fates is 'What becomes of each column once a complaint''s time is over, or it is erased.';
comment on column heard.column_fates.of_table is 'The table of heard.';
comment on column heard.column_fates.of_column is 'Its column.';
comment on column heard.column_fates.fate is
  'kept (counts need it, and it says nothing of a person), blanked (the row stays, for counts), goes (with its row), or '
  'own-time (not part of a complaint: its row has a time of its own, or is about nobody).';
comment on column heard.column_fates.becomes is 'What a blanked column becomes, as SQL over its row.';

create function heard.say_what_becomes(
  of_table text, fate text, columns text[] default null, becomes text default null
) returns void
language plpgsql
set search_path = ''
as $$
declare
  named text;
begin
  foreach named in array coalesce(columns, array(
    select a.attname::text from pg_catalog.pg_attribute a
    where a.attrelid = format('heard.%I', of_table)::regclass and a.attnum > 0 and not a.attisdropped
  )) loop
    if not exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = format('heard.%I', of_table)::regclass and a.attname = named and not a.attisdropped
    ) then
      perform heard.refuse('no-such-column', of_table || '.' || named);
    end if;
    insert into heard.column_fates as f (of_table, of_column, fate, becomes)
    values (
      say_what_becomes.of_table, named, say_what_becomes.fate,
      case when say_what_becomes.fate = 'blanked' then coalesce(say_what_becomes.becomes, 'null') end
    )
    on conflict on constraint one_fate_for_each_column do update set fate = excluded.fate, becomes = excluded.becomes;
  end loop;
end
$$;

comment on function heard.say_what_becomes(text, text, text[], text) is
  'Says what becomes of these columns of a table (all that it has, where none are named): kept, blanked, goes or own-time. '
  'A blanked one becomes null, or this SQL over its row. For migrations.';

create function heard.day_alone(moment timestamptz) returns timestamptz
language sql
stable
set search_path = ''
as $$ select date_trunc('day', moment at time zone 'Europe/London') at time zone 'Europe/London' $$;

comment on function heard.day_alone(timestamptz) is 'The beginning of a moment''s day in London: it no longer says when in the day.';

create function heard.actions_without_words(actions jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_agg(action || '{"what": "-", "owner": "-"}' order by place), '[]')
  from jsonb_array_elements(actions) with ordinality as list(action, place)
$$;

comment on function heard.actions_without_words(jsonb) is 'Actions by their kinds and days alone, which are counted.';

create function heard.reference_of_nobody() returns text
language sql
volatile
set search_path = ''
as $$
  select string_agg(
    substr('256789CFHJKMPRTWX', 1 + floor(random() * 17)::integer, 1) || case when place in (3, 6) then '-' else '' end,
    '' order by place
  )
  from generate_series(1, 9) as place
$$;

comment on function heard.reference_of_nobody() is
  'A reference that no letter says: nobody who has kept one can find a record that no longer names anybody.';

select heard.say_what_becomes('complaints', 'kept', array[
  'id', 'kind', 'service', 'theme', 'procedure', 'channel', 'form_version', 'received_on', 'discrimination_flag',
  'acceptance', 'refusal_kind', 'ombudsman', 'ombudsman_decision', 'ombudsman_decided_on', 'reported_as'
]);
select heard.say_what_becomes('complaints', 'blanked', array[
  'happened_on', 'late_reason', 'location', 'provider', 'desired_outcome', 'told_before', 'told_before_details',
  'service_request', 'discrimination_details', 'safeguarding_flag', 'ombudsman_outcome', 'made_for', 'group_id'
]);
select heard.say_what_becomes('complaints', 'blanked', '{submission_id}', 'gen_random_uuid()');
select heard.say_what_becomes('complaints', 'blanked', '{reference}', 'heard.reference_of_nobody()');
select heard.say_what_becomes('complaints', 'blanked', '{language}', '''und''');
select heard.say_what_becomes('complaints', 'blanked', '{summary}', '''-''');
select heard.say_what_becomes('complaints', 'blanked', '{refusal_reason}', 'case when refusal_reason is not null then ''-'' end');
select heard.say_what_becomes('complaints', 'blanked', '{answers}', '''{}''::jsonb');
select heard.say_what_becomes('complaints', 'blanked', '{transcript}', '''[]''::jsonb');
select heard.say_what_becomes('complaints', 'blanked', '{received_at}', 'heard.day_alone(received_at)');
select heard.say_what_becomes('complaints', 'blanked', '{closed_at}', 'heard.day_alone(closed_at)');
select heard.say_what_becomes('complaints', 'blanked', '{reported_at}', 'heard.day_alone(reported_at)');
select heard.say_what_becomes('complaints', 'blanked', '{report_closed_at}', 'heard.day_alone(report_closed_at)');

select heard.say_what_becomes('stages', 'kept', array[
  'complaint_id', 'number', 'stage', 'requested_on', 'acknowledge_by', 'acknowledged_on', 'respond_by', 'extended_to',
  'responded_on', 'decision', 'remedy_by', 'remedied_on'
]);
select heard.say_what_becomes('stages', 'blanked', array[
  'request_reasons', 'request_outcome', 'request_late_reason', 'referred_to', 'investigator', 'outcome_description',
  'remedy', 'learning'
]);
select heard.say_what_becomes('stages', 'blanked', '{extension_reason}', 'case when extension_reason is not null then ''-'' end');
select heard.say_what_becomes('stages', 'blanked', '{actions}', 'heard.actions_without_words(actions)');
-- That something was learned is counted, even where the team gave it no kind.
select heard.say_what_becomes(
  'stages', 'blanked', '{learning_kind}',
  'case when learning is not null then coalesce(learning_kind, ''not-recorded'') else learning_kind end'
);

select heard.say_what_becomes(of_table, 'goes')
from unnest(array[
  'people', 'outgoing_messages', 'access_keys', 'authorities', 'consents', 'withdrawals', 'additions', 'files'
]) as of_table;

select heard.say_what_becomes(of_table, 'own-time')
from unnest(array[
  'audit_events', 'wrong_codes', 'survey_answers', 'equality_waiting', 'equality_answers', 'groups', 'drafts',
  'wrong_draft_codes', 'file_starts', 'column_fates'
]) as of_table;

select heard.close_doors();
