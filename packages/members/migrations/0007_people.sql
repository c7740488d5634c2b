-- What members are to each other. Times are days: of when somebody is here, nothing finer is kept (protocol.md, members).

-- One row an account, made with it. `handle` is the member's public address (`/in/<handle>`), random until it is chosen.
CREATE TABLE profiles (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  handle text NOT NULL UNIQUE DEFAULT 'm-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)
    CHECK (handle ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  headline text NOT NULL DEFAULT '',
  photo bytea                                    -- SHA-256 of the picture's file
);
INSERT INTO profiles (account_id) SELECT id FROM accounts ON CONFLICT DO NOTHING;

-- A connection is two rows, so that either side's are read in one range.
CREATE TABLE connections (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  since date NOT NULL,
  PRIMARY KEY (account_id, other_id),
  CHECK (account_id <> other_id)
);
CREATE INDEX connections_other ON connections (other_id);

CREATE TABLE connection_requests (
  from_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  to_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  note text NOT NULL DEFAULT '',
  day date NOT NULL,
  -- A declined one stays, unseen by who asked, so that it is not asked again at once.
  declined date,
  PRIMARY KEY (from_id, to_id),
  CHECK (from_id <> to_id)
);
CREATE INDEX connection_requests_to ON connection_requests (to_id);

CREATE TABLE follows (
  follower_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  followed_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  PRIMARY KEY (follower_id, followed_id),
  CHECK (follower_id <> followed_id)
);
CREATE INDEX follows_followed ON follows (followed_id);

CREATE TABLE company_follows (
  follower_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  PRIMARY KEY (follower_id, company_id)
);
CREATE INDEX company_follows_company ON company_follows (company_id);

-- Either side of a block sees nothing of the other, anywhere.
CREATE TABLE blocks (
  blocker_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  blocked_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  PRIMARY KEY (blocker_id, blocked_id),
  CHECK (blocker_id <> blocked_id)
);
CREATE INDEX blocks_blocked ON blocks (blocked_id);

-- Members who work for the house, named by the operator: `reviewer` sees verifications, `moderator` what is reported.
CREATE TABLE staff_roles (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('reviewer', 'moderator')),
  PRIMARY KEY (account_id, role)
);
