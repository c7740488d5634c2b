-- How long a member acts for a company (docs/decisions/0026). Times are days.

-- Null: as long as the member is verified at the company. A day: also without that until then, as a domain of the company
-- proved it, or an owner named somebody from outside.
ALTER TABLE representatives ADD COLUMN until date;

-- What the operator said to a claim that was refused; null while it waits. Claiming anew takes it away.
ALTER TABLE representative_claims ADD COLUMN refused text;
CREATE INDEX representative_claims_waiting ON representative_claims (day, company_id, account_id) WHERE refused IS NULL;
