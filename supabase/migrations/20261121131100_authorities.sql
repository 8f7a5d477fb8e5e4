-- On what authority somebody acts for another: which rule applied (src/complaints/authority/rules.ts), what was
-- said, what the team must see, and what was decided. Until it is settled nothing about the person goes to who acts
-- for them; the complaint is looked into meanwhile.
create table heard.authorities (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references heard.complaints on delete cascade,
  representative_id uuid not null references heard.people on delete cascade,
  affected_id uuid references heard.people on delete cascade,
  rule text not null,
  evidence text[] not null default '{}',
  asks_person boolean not null default false,
  basis text,
  agreement text,
  ask_route text,
  details text,
  noted_at timestamptz not null default now(),
  not_needed_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  refused_at timestamptz,
  refused_by text,
  refusal_reason text,
  withdrawn_at timestamptz,

  constraint one_authority_for_each_representative unique (representative_id),
  constraint rule_is_an_id check (rule ~ '^[a-z0-9-]{1,60}$'),
  constraint evidence_are_ids check (
    array_to_string(evidence, ' ', '!') ~ '^[a-z0-9 -]*$' and char_length(array_to_string(evidence, ' ')) <= 500
  ),
  constraint basis_is_known check (
    basis in ('health-and-welfare', 'property-and-finance', 'both', 'deputy', 'executor', 'next-of-kin')
  ),
  constraint agreement_is_an_answer check (agreement in ('yes', 'no', 'cannot-decide', 'died', 'not-sure')),
  constraint ask_route_is_known check (ask_route in ('email', 'post', 'through-me', 'talk-first')),
  constraint details_is_bounded check (char_length(details) <= 2000),
  constraint confirmed_by_is_bounded check (char_length(confirmed_by) <= 200),
  constraint refused_by_is_bounded check (char_length(refused_by) <= 200),
  constraint refusal_reason_is_bounded check (char_length(refusal_reason) <= 5000),
  constraint a_confirmation_says_who_confirmed check ((confirmed_at is null) = (confirmed_by is null)),
  -- Adult social care regulations (2009), regulation 5: a representative who is refused is given written reasons.
  constraint a_refusal_says_who_and_why check (
    (refused_at is null) = (refused_by is null) and (refused_at is null) = (refusal_reason is null)
  ),
  constraint confirmed_or_refused_but_not_both check (confirmed_at is null or refused_at is null)
);

create index authorities_of_a_complaint on heard.authorities (complaint_id);
create index authorities_over_a_person on heard.authorities (affected_id);

-- No policy: the owner's functions are the only way in.
alter table heard.authorities enable row level security;

comment on table heard.authorities is 'On what authority somebody acts for another in a complaint. Its state is read from its times.';
comment on column heard.authorities.id is 'Names the row inside the database; never shown.';
comment on column heard.authorities.complaint_id is 'The complaint.';
comment on column heard.authorities.representative_id is 'Who acts, or writes in their own right because of the other.';
comment on column heard.authorities.affected_id is 'For whom; null for a carer who writes about their own part.';
comment on column heard.authorities.rule is 'Id of the rule that applied: src/complaints/authority/rules.ts.';
comment on column heard.authorities.evidence is 'Ids of what the team is to see or to check.';
comment on column heard.authorities.asks_person is 'True where the person is asked whether they agree.';
comment on column heard.authorities.basis is 'The kind of power, order or kinship that was claimed.';
comment on column heard.authorities.agreement is 'What the representative said of the person''s agreement.';
comment on column heard.authorities.ask_route is 'How the person can be asked; talk-first where nobody may write to them before talking to the representative.';
comment on column heard.authorities.details is 'Why the person cannot decide, in the representative''s words.';
comment on column heard.authorities.noted_at is 'When it was said.';
comment on column heard.authorities.not_needed_at is 'When it was settled that none is needed, as for a carer''s own part.';
comment on column heard.authorities.confirmed_at is 'When it was confirmed.';
comment on column heard.authorities.confirmed_by is 'Who of the team confirmed it, or the rule of the council that did.';
comment on column heard.authorities.refused_at is 'When it was refused.';
comment on column heard.authorities.refused_by is 'Who of the team refused it.';
comment on column heard.authorities.refusal_reason is 'Why, as the representative is told in writing.';
comment on column heard.authorities.withdrawn_at is 'When it ended: the person took it back, or it was found to hold no longer.';

create function heard.authority_state(authority heard.authorities) returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when authority.withdrawn_at is not null then 'withdrawn'
    when authority.refused_at is not null then 'refused'
    when authority.confirmed_at is not null then 'confirmed'
    when authority.not_needed_at is not null then 'not-needed'
    else 'awaiting-evidence'
  end
$$;

comment on function heard.authority_state(heard.authorities) is
  'withdrawn, refused, confirmed, not-needed, or awaiting-evidence: the team looks. Only confirmed lets anything about '
  'the person go to who acts for them.';

create function heard.settle_authority(of_reference text, decision text, by_whom text, reason text default null)
returns text
language plpgsql
set search_path = ''
as $$
declare
  settled heard.authorities;
begin
  if decision not in ('confirmed', 'refused', 'withdrawn') or decision is null then
    perform heard.refuse('out-of-range', 'decision');
  end if;
  if coalesce(by_whom, '') = '' or (decision = 'refused' and coalesce(reason, '') = '') then
    perform heard.refuse('missing', case when coalesce(by_whom, '') = '' then 'by_whom' else 'reason' end);
  end if;
  update heard.authorities a
  set
    confirmed_at = case when decision = 'confirmed' then now() when decision = 'refused' then null else confirmed_at end,
    confirmed_by = case when decision = 'confirmed' then by_whom when decision = 'refused' then null else confirmed_by end,
    refused_at = case when decision = 'refused' then now() when decision = 'confirmed' then null else refused_at end,
    refused_by = case when decision = 'refused' then by_whom when decision = 'confirmed' then null else refused_by end,
    refusal_reason = case when decision = 'refused' then reason when decision = 'confirmed' then null else refusal_reason end,
    withdrawn_at = case when decision = 'withdrawn' then now() end
  from heard.complaints c
  where c.id = a.complaint_id and c.reference = of_reference
  returning a.* into settled;
  if settled.id is null then
    perform heard.refuse('out-of-range', 'of_reference');
  end if;
  -- Whoever decided may be named in the record; the audit says only that it was decided.
  insert into heard.audit_events (complaint_id, event, actor, details)
  values (
    settled.complaint_id, 'authority-' || decision, 'complaints-team', jsonb_build_object('rule', settled.rule)
  );
  return heard.authority_state(settled);
end
$$;

comment on function heard.settle_authority(text, text, text, text) is
  'What the team decided of an authority: confirmed, refused (with the reason), or withdrawn; the latest stands. Gives its '
  'state. Refuses with PT400 out-of-range or missing. Nobody may call it yet but the owner: the team''s desk will.';

select heard.close_doors();
