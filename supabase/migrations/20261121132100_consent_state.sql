-- Where a consent stands, from its times alone: src/complaints/consent/state.ts says the same.
create function heard.consent_state(consent heard.consents, at timestamptz default now()) returns text
language sql
stable
set search_path = ''
as $$
  select case
    when consent.withdrawn_at is not null then 'withdrawn'
    when consent.refused_at is not null then 'refused'
    when consent.confirmed_at is not null or consent.claimed_at is not null then
      case
        when ((c.closed_at at time zone 'UTC') + make_interval(months => consent.months_after_closing)) at time zone 'UTC' <= at
          then 'expired'
        when consent.confirmed_at is not null then 'confirmed'
        else 'claimed'
      end
    when consent.not_needed_at is not null then 'not-needed'
    when consent.asked_at is not null then
      case when consent.expired_at is not null or consent.expires_at <= at then 'expired' else 'asked' end
    else 'awaiting-evidence'
  end
  from heard.complaints c
  where c.id = consent.complaint_id
$$;

comment on function heard.consent_state(heard.consents, timestamptz) is
  'asked (also by who wants to talk first), claimed, confirmed, refused, withdrawn, expired, not-needed or awaiting-evidence.';

-- The one question to ask before anything about a person goes to who acts for them.
create function heard.may_share(representative uuid, what text) returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from heard.consents s
    where s.representative_id = representative
      and heard.consent_state(s) = 'confirmed'
      and case what
        when 'act' then s.may_act
        when 'receive' then s.may_receive
        when 'see' then s.may_see
        else false
      end
  )
$$;

comment on function heard.may_share(uuid, text) is
  'True where a confirmed consent lets this representative act, receive or see, at this moment.';

select heard.close_doors();
