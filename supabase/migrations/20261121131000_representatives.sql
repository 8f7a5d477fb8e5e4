-- Who acts for somebody, and for whom: what the record must hold of both to find them, to write to them and to
-- check that one may act for the other. An MP's enquiry is told from a complaint by its channel.
alter table heard.complaints
  add column made_for text,
  add constraint made_for_is_known check (made_for in ('myself', 'someone-else'));

comment on column heard.complaints.made_for is
  'myself or someone-else, as whoever wrote said; null where it was not asked, as for thanks.';
comment on column heard.complaints.channel is
  'How it came: an id such as web, phone or post; mp for an enquiry of a member of Parliament, however it came, since '
  'those are counted apart from complaints.';

alter table heard.people
  add column relationship text,
  add column organisation text,
  add column own_reference text,
  add column age_group text,
  add constraint relationship_is_known check (relationship in (
    'parent', 'family-or-friend', 'carer', 'advocate', 'solicitor', 'mp', 'councillor', 'attorney-or-deputy',
    'estate', 'organisation'
  )),
  add constraint organisation_is_one_bounded_line check (char_length(organisation) <= 200 and organisation !~ '[\n\r]'),
  add constraint own_reference_is_one_bounded_line check (
    char_length(own_reference) <= 100 and own_reference !~ '[\n\r]'
  ),
  add constraint age_group_is_known check (age_group in ('under-16', '16-17', 'adult')),
  -- Nobody can be asked whether somebody may act for them by one who does not say who they are.
  add constraint who_acts_for_somebody_has_a_name check (role <> 'representative' or name is not null),
  add constraint who_is_acted_for_has_a_name check (role <> 'affected' or name is not null);

create unique index one_representative_for_each_complaint on heard.people (complaint_id) where role = 'representative';
create unique index one_affected_person_for_each_complaint on heard.people (complaint_id) where role = 'affected';

comment on column heard.people.relationship is
  'Who the writer is to the person they write about: parent (of a child, or carer of one), carer (of somebody, about '
  'the caring), estate (executor or next of kin), and so on; null for who writes for themself.';
comment on column heard.people.organisation is 'Whom a representative works for, where they named it.';
comment on column heard.people.own_reference is 'The representative''s own reference for the matter.';
comment on column heard.people.age_group is 'under-16, 16-17 or adult, where a rule depends on it.';

alter table heard.outgoing_messages
  drop constraint recipient_is_known,
  add constraint recipient_is_known check (
    recipient in ('complainant', 'representative', 'affected', 'complaints-team', 'safeguarding')
  );

comment on column heard.outgoing_messages.recipient is
  'complainant, representative, affected (the person complained for), complaints-team or safeguarding.';
