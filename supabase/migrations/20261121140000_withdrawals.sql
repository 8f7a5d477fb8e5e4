-- Somebody takes their complaint back, and may take it up again for a while. It is a row of its own, so that the
-- stages and their dates stay as they were: taken up again, the complaint goes on where it stood.
create table heard.withdrawals (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references heard.complaints on delete cascade,
  person_id uuid references heard.people on delete set null,
  stage_number smallint,
  withdrawn_at timestamptz not null,
  withdrawn_on date not null,
  take_up_by date not null,
  taken_up_at timestamptz,
  taken_up_on date,

  constraint the_way_back_ends_after_the_withdrawal check (take_up_by >= withdrawn_on),
  constraint taken_up_within_the_way_back check (taken_up_on between withdrawn_on and take_up_by),
  constraint taken_up_has_its_day check ((taken_up_at is null) = (taken_up_on is null))
);

create unique index one_open_withdrawal_for_each_complaint on heard.withdrawals (complaint_id)
where taken_up_at is null;
create index withdrawals_by_a_person on heard.withdrawals (person_id);

-- No policy: the owner's functions are the only way in.
alter table heard.withdrawals enable row level security;

comment on table heard.withdrawals is 'When a complaint was taken back, and taken up again. Days are Europe/London.';
comment on column heard.withdrawals.id is 'Names the row inside the database; never shown.';
comment on column heard.withdrawals.complaint_id is 'The complaint.';
comment on column heard.withdrawals.person_id is 'Whose key it was withdrawn with.';
comment on column heard.withdrawals.stage_number is 'The stage that it stood at.';
comment on column heard.withdrawals.withdrawn_at is 'The moment it was withdrawn.';
comment on column heard.withdrawals.withdrawn_on is 'The day of that.';
comment on column heard.withdrawals.take_up_by is 'The last day on which they may take it up again by themselves.';
comment on column heard.withdrawals.taken_up_at is 'The moment it was taken up again; null while it stays withdrawn.';
comment on column heard.withdrawals.taken_up_on is 'The day of that.';

select heard.close_doors();
