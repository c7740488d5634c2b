-- A company's answer under a thread about it (docs/decisions/0026): signed with a key that the issuer lists as the company's,
-- all versions kept. The primary key decides two at once. It names a company and nobody; it is no post, counts for nothing,
-- and no list is in its order.
CREATE TABLE official_versions (
  room_id text NOT NULL,
  thread_id bytea NOT NULL CHECK (octet_length(thread_id) = 32),
  version smallint NOT NULL CHECK (version > 0),
  company_id text NOT NULL,
  statement bytea NOT NULL,
  text text NOT NULL,
  key bytea NOT NULL CHECK (octet_length(key) = 32),
  signature bytea NOT NULL,
  slot integer NOT NULL,
  PRIMARY KEY (room_id, thread_id, version)
);

ALTER TABLE ballots DROP CONSTRAINT ballots_kind_check,
  ADD CONSTRAINT ballots_kind_check CHECK (kind IN ('poll', 'verdict', 'resolves'));

ALTER TABLE issuer_documents DROP CONSTRAINT issuer_documents_name_check,
  ADD CONSTRAINT issuer_documents_name_check CHECK (name IN ('directory', 'issuer', 'log', 'company-keys'));
