-- What is kept, under names that anybody can read. Columns that are added later come along by themselves, under their
-- own names: a copy that leaves something out would be no answer. Ids and secrets tell nobody anything, and stay.
create function heard.in_words(given json, but text[] default '{}') returns json
language sql
immutable
set search_path = ''
as $$
  select coalesce(json_object_agg(
    coalesce(names.said, replace(each.key, '_', ' ')),
    regexp_replace(each.value::text, '"([a-z]+)_([a-z]+)":', '"\1 \2":', 'g')::json
    order by each.place
  ), '{}')
  from json_each(given) with ordinality as each (key, value, place)
  left join (
    values
      ('summary', 'what happened'), ('desired_outcome', 'what would put it right'), ('happened_on', 'when it happened'),
      ('location', 'where it happened'), ('late_reason', 'why it was told late'), ('told_before', 'told us before'),
      ('told_before_details', 'whom they told, and what came of it'), ('service_request', 'request it grew from'),
      ('discrimination_flag', 'about discrimination'), ('discrimination_details', 'what they say of the discrimination'),
      ('safeguarding_flag', 'somebody at risk of harm'), ('made_for', 'made for'), ('transcript', 'questions and answers'),
      ('channel', 'how it came'), ('postal_address', 'address'), ('reply_route', 'how to reply'),
      ('safe_times', 'when it is safe to ring'), ('adjustments', 'what they need'),
      ('adjustments_details', 'what they need, in their words'), ('interpreter_language', 'interpreter for'),
      ('relationship', 'who they are to the person'), ('investigator', 'who looks into it'),
      ('template', 'letter'), ('recipient', 'to'), ('sent_at', 'sent'), ('changed_from', 'what it was before'),
      ('ours', 'for us to answer'), ('size', 'size in bytes'), ('happened_at', 'when'), ('event', 'what')
  ) as names (key, said) on names.key = each.key
  where each.key <> all (but)
    and each.key !~ '^id$|_ids?$|_proof$|^key$|^path$|^by_staff$|^(set|lifted)_by$|^answers$|^form_version$'
    and each.value::text not in ('null', '[]', '{}', '""')
$$;

comment on function heard.in_words(json, text[]) is
  'A row under names that people read, in its order, without what is empty, without ids, keys and proofs, and without but.';

create function heard.rows_in_words(of_table text, complaint uuid, but text[] default '{}', extra text default 'true') returns json
language plpgsql
stable
set search_path = ''
as $$
declare
  rows json;
begin
  execute format(
    'select coalesce(json_agg(heard.in_words(row_to_json(t), $2) order by t.ctid), ''[]'') from heard.%I t
     where t.complaint_id = $1 and %s', of_table, extra
  ) into rows using complaint, but;
  return rows;
end
$$;

comment on function heard.rows_in_words(text, uuid, text[], text) is
  'The rows of a complaint in one table, in words; extra is a condition on a row t, which only migrations write.';

create function heard.other_tables(complaint uuid) returns json
language plpgsql
stable
set search_path = ''
as $$
declare
  of_table text;
  rows json;
  found_rows json := '{}';
begin
  for of_table in
    select distinct f.of_table from heard.column_fates f
    where f.of_column = 'complaint_id' and f.fate = 'goes' and f.of_table not in (
      'people', 'stages', 'points', 'notes', 'additions', 'consents', 'authorities', 'withdrawals', 'files',
      'outgoing_messages',
      -- Keys open things; acts and events tell the same; a hold is for the council's lawyers to tell.
      'access_keys', 'desk_acts', 'holds', 'outgoing_hooks'
    )
    order by 1
  loop
    rows := heard.rows_in_words(of_table, complaint);
    if rows::text <> '[]' then
      found_rows := (
        select json_object_agg(e.key, e.value)
        from (
          select * from json_each(found_rows)
          union all select replace(of_table, '_', ' '), rows
        ) e
      );
    end if;
  end loop;
  return found_rows;
end
$$;

comment on function heard.other_tables(uuid) is 'What a complaint has in tables that no part of its copy names, so that none is left out.';

select heard.close_doors();
