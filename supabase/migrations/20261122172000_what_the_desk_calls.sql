-- Some functions of the API were written before the desk, and their descriptions say that they wait for it. The desk's
-- own functions call them now, in the name of whoever acts; no role is granted them, so that there is no other way.
do $$
declare
  called text;
  said text;
begin
  foreach called in array array[
    'close_complaint(jsonb)', 'confirm_consent(jsonb)', 'record_consent(jsonb)', 'join_group(jsonb)', 'leave_group(jsonb)'
  ] loop
    said := replace(
      obj_description(format('api.%s', called)::regprocedure, 'pg_proc'),
      'For the team''s desk; granted to nobody yet.', 'The desk''s functions call it; it is granted to nobody.'
    );
    execute format('comment on function api.%s is %L', called, said);
  end loop;
end
$$;
