-- Whoever repeats a submission exactly is taken for the person who pressed Send twice, and is shown the page with its
-- code. So the id that the form carried must not be found in a copy of the record: what is kept is a hash of it, in the
-- form of a UUID. The site makes it (src/http/kept-id.ts), and this turns what was kept before into the same.
update heard.complaints set submission_id =
  left(encode(sha256(convert_to('heard:submission:' || submission_id, 'UTF8')), 'hex'), 32)::uuid;
update heard.additions set submission_id =
  left(encode(sha256(convert_to('heard:submission:' || submission_id, 'UTF8')), 'hex'), 32)::uuid;
update heard.consents set answer_id =
  left(encode(sha256(convert_to('heard:submission:' || answer_id, 'UTF8')), 'hex'), 32)::uuid
where answer_id is not null;

comment on column heard.complaints.submission_id is 'Hash of the id that the form made: the same one sent twice is one complaint.';
comment on column heard.additions.submission_id is 'Hash of the id that the form made: the same one sent twice is one addition.';
comment on column heard.consents.answer_id is 'Hash of the id that the form made: the same one sent twice is one answer.';

select heard.close_doors();
