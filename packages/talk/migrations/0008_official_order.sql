-- Order among companies' answers (docs/decisions/0026): a moderator takes one away by a decision about the thread's first post,
-- of which this is the id; and readers report one of its versions, whose statement's id stands in place of a post's.
ALTER TABLE official_versions ADD COLUMN removed bytea;
CREATE INDEX official_removed ON official_versions (room_id, thread_id) WHERE removed IS NOT NULL AND text <> '';

-- The thread's first post, of a report on what a company said under it.
ALTER TABLE reports ADD COLUMN answer_of bytea;
CREATE INDEX reports_of_answers ON reports (room_id, answer_of) WHERE answer_of IS NOT NULL;
