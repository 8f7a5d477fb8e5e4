-- A first report of a problem is a request for service: recorded and watched over, with no procedure, stage or
-- clock (the Ombudsman's Code; DOMAIN 2.2). It becomes a complaint when the person asks, even while the work on it
-- goes on. The same row is turned, so that the reference, the code, the words and the people stay; when it was
-- first reported is kept beside the complaint's own dates.
alter table heard.complaints
  drop constraint kind_is_known,
  add constraint kind_is_known check (kind in ('complaint', 'service-request', 'compliment', 'comment')),
  add column reported_at timestamptz,
  add column reported_as text,
  add column report_closed_at timestamptz,
  add constraint only_a_complaint_was_something_else check (
    num_nonnulls(reported_at, reported_as) = 0 or (kind = 'complaint' and num_nonnulls(reported_at, reported_as) = 2)
  ),
  add constraint reported_as_is_known check (reported_as in ('service-request', 'comment')),
  add constraint a_report_comes_before_its_complaint check (reported_at <= received_at),
  add constraint only_a_report_has_its_close check (report_closed_at is null or reported_at is not null);

comment on table heard.complaints is 'One row for each complaint, service request, compliment or comment.';
comment on column heard.complaints.kind is
  'complaint, service-request, compliment or comment. Service requests of a time are those of this kind and those '
  'that were reported_as one.';
comment on column heard.complaints.reported_at is
  'Where a report or a comment became a complaint: when it first came. received_at and received_on are then those of the complaint.';
comment on column heard.complaints.reported_as is 'What it was before it became a complaint: service-request or comment.';
comment on column heard.complaints.report_closed_at is 'When the report was closed, if it was before it became a complaint.';

select heard.close_doors();
