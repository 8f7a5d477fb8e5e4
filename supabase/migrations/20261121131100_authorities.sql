-- On what authority somebody acts for another: which rule applied (src/complaints/authority/rules.ts), what was
-- said, and what the team must see. Whether it holds is kept where the person's own word is, in heard.consents; here
-- is only what that has no place for: that none is needed, and that the team refused. Until it holds nothing about the
-- person goes to who acts for them; the complaint is looked into meanwhile.
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
  refused_at timestamptz,
  refused_by text,
  refusal_reason text,

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
  constraint refused_by_is_bounded check (char_length(refused_by) <= 200),
  constraint refusal_reason_is_bounded check (char_length(refusal_reason) <= 5000),
  -- Adult social care regulations (2009), regulation 5: a representative who is refused is given written reasons.
  constraint a_refusal_says_who_and_why check (
    (refused_at is null) = (refused_by is null) and (refused_at is null) = (refusal_reason is null)
  )
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
comment on column heard.authorities.refused_at is 'When it was refused.';
comment on column heard.authorities.refused_by is 'Who of the team refused it.';
comment on column heard.authorities.refusal_reason is 'Why, as the representative is told in writing.';

-- heard.consents comes with a later migration, so this is read only when it is called.
create function heard.authority_state(authority heard.authorities) returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  if authority.refused_at is not null then
    return 'refused';
  end if;
  if authority.not_needed_at is not null then
    return 'not-needed';
  end if;
  return coalesce((
    select heard.consent_state(s)
    from heard.consents s
    where s.representative_id = authority.representative_id
    order by
      (s.refused_at is null and s.withdrawn_at is null and s.expired_at is null) desc,
      coalesce(s.asked_at, s.evidence_asked_at) desc nulls last
    limit 1
  ), 'awaiting-evidence');
end
$$;

comment on function heard.authority_state(heard.authorities) is
  'refused (by the team), not-needed, or where the person''s consent or the evidence in its place stands: '
  'heard.consent_state. Only confirmed lets anything about the person go to who acts for them.';

create function heard.may_tell(representative uuid, what text) returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return heard.may_share(representative, what) and not exists (
    select from heard.authorities a where a.representative_id = representative and a.refused_at is not null
  );
end
$$;

comment on function heard.may_tell(uuid, text) is
  'True where this representative may act, receive or see (what) now: a consent, or evidence in its place, is '
  'confirmed, and the team has not refused them. The one question to ask before anything about a person goes out.';

create function heard.refuse_authority(of_reference text, by_whom text, reason text) returns void
language plpgsql
set search_path = ''
as $$
declare
  refused uuid;
begin
  if coalesce(by_whom, '') = '' or coalesce(reason, '') = '' then
    perform heard.refuse('missing', case when coalesce(by_whom, '') = '' then 'by_whom' else 'reason' end);
  end if;
  update heard.authorities a
  set refused_at = coalesce(a.refused_at, now()), refused_by = by_whom, refusal_reason = reason
  from heard.complaints c
  where c.id = a.complaint_id and c.reference = of_reference and a.not_needed_at is null
  returning a.complaint_id into refused;
  if refused is null then
    perform heard.refuse('out-of-range', 'of_reference');
  end if;
  -- Whoever refused may be named in the record; the audit says only that it was refused.
  insert into heard.audit_events (complaint_id, event, actor) values (refused, 'authority-refused', 'complaints-team');
end
$$;

comment on function heard.refuse_authority(text, text, text) is
  'The team does not accept that somebody acts for another, and says why in writing. Refuses with PT400 out-of-range or '
  'missing. Nobody may call it yet but the owner: the team''s desk will.';

select heard.close_doors();
