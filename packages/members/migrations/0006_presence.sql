-- Nothing is kept of who is signed in: rows made at a sign-in told who was about to post. A session is a sealed cookie
-- (accounts/seal.ts). Sessions of before end here: everybody signs in once more.
DROP TABLE sessions;

-- Cookies hold the generation they were made in; "sign out everywhere else" raises it.
ALTER TABLE accounts ADD COLUMN generation integer NOT NULL DEFAULT 0;

-- Sessions that a member ended from another device, one by one: an act of security, and rare. Signing out is not here.
CREATE TABLE ended_sessions (
  id uuid PRIMARY KEY,
  expires date NOT NULL                          -- last day of the month in which the cookie ends: tells no day
);
