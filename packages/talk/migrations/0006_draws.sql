-- The week before can still be drawn (decision 0017). A pseudonym is of one week's context, so it alone makes a draw the only
-- one. `week` is from now on the one in which the draw was made: that a row came late would say that somebody is new here.
ALTER TABLE draws DROP CONSTRAINT draws_pkey, ADD PRIMARY KEY (pseudonym);
