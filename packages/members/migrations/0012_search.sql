-- What members and companies are found by: words and marks made in the application (search/), in the transaction that writes
-- what they are made of. A row says nothing that the profile does not, and goes with it.

CREATE TABLE search_people (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  names tsvector NOT NULL,                       -- the name: its words, its sound, its misspellings
  words tsvector NOT NULL,                       -- the name and all that every member may read, and marks to narrow by
  near tsvector,                                 -- the same with what connections may read; null where that is nothing
  city text,                                     -- as every member may read it
  near_city text,                                -- as connections may
  company_id text REFERENCES companies,          -- the one that the card shows (people/cards.ts)
  until date                                     -- its last day there; later the card may show another, and the row is stale
);
CREATE INDEX search_people_names ON search_people USING gin (names) WITH (fastupdate = off);
CREATE INDEX search_people_words ON search_people USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_people_near ON search_people (account_id) WHERE near IS NOT NULL;
CREATE INDEX search_people_until ON search_people (until) WHERE until IS NOT NULL;
CREATE INDEX search_people_company ON search_people (company_id);

CREATE TABLE search_companies (
  company_id text PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
  names tsvector NOT NULL
);
CREATE INDEX search_companies_names ON search_companies USING gin (names) WITH (fastupdate = off);

CREATE TABLE search_posts (
  post_id uuid PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
  seq bigint NOT NULL,                           -- of the post
  words tsvector NOT NULL                        -- with marks of the spans of `seq` (kit/words/spans.ts)
);
CREATE INDEX search_posts_words ON search_posts USING gin (words) WITH (fastupdate = off);
