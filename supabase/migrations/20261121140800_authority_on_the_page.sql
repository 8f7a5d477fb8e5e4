-- What a representative sees of a complaint hangs on their authority: heard.authority_state and heard.may_tell say
-- how it stands, and this puts it into what the page makes of it.
create or replace function heard.authority_of(complaint uuid) returns text
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select case heard.authority_state(a)
      when 'not-needed' then 'not-needed'
      when 'confirmed' then
        case when heard.may_tell(a.representative_id, 'act') and heard.may_tell(a.representative_id, 'receive')
          then 'confirmed' else 'ended'
        end
      when 'refused' then 'ended'
      when 'withdrawn' then 'ended'
      when 'expired' then 'ended'
      else 'asked'
    end
    from heard.authorities a
    where a.complaint_id = complaint
    limit 1
  ), 'not-needed')
$$;

comment on function heard.authority_of(uuid) is
  'How far the authority has come of whoever acts for somebody in a complaint: not-needed, asked (or '
  'waiting for evidence), confirmed (they may act and receive), or ended (refused, taken back, run out, or too little).';

select heard.close_doors();
