import { isUnblocked } from '../people/cards.ts';

/*
 * Who may know that somebody is open to work: the one place where that is decided (docs/decisions/0033). Never an employer
 * of theirs, present or past, proved or claimed, and nobody who belongs to one.
 */

/**
 * The companies that the reader stands for, and all that belong to the same trees: `kin (id)`, as common table expressions
 * behind `WITH RECURSIVE`, and `kin_names (name)`. A recruiter stands for every company in whose name they act in any role, and for where
 * they work at present. Both are SQL expressions.
 */
export const kinOf = (reader: string, today: string): string => `own AS (
    SELECT company_id AS id FROM representatives WHERE account_id = ${reader}
    UNION SELECT company_id FROM employments WHERE account_id = ${reader} AND expires >= ${today}),
  up AS (SELECT id FROM own
    UNION SELECT c.parent_id FROM up JOIN companies c ON c.id = up.id WHERE c.parent_id IS NOT NULL),
  kin AS (SELECT id FROM up UNION SELECT c.id FROM kin JOIN companies c ON c.parent_id = kin.id),
  kin_names AS MATERIALIZED (SELECT DISTINCT plain_name(v.name) AS name
    FROM kin JOIN companies c ON c.id = kin.id CROSS JOIN LATERAL (VALUES (c.name_zh), (c.name_en)) AS v (name))`;

/** Recruits for a company that is approved: whoever does not finds nobody. */
export const recruits = (reader: string): string => `EXISTS (SELECT FROM representatives rep
  JOIN companies hiring ON hiring.id = rep.company_id AND hiring.status = 'approved'
  WHERE rep.account_id = ${reader} AND rep.role IN ('owner', 'recruiter'))`;

/** Worked for, or said to work for, a company that is called as one of `kin`. What was typed proves nothing, and is believed here. */
const namesKin = (other: string) => `EXISTS (SELECT FROM profile_sections said
  CROSS JOIN LATERAL jsonb_array_elements(said.content) AS job
  JOIN kin_names k ON may_be_one(plain_name(job->>'company'), k.name)
  WHERE said.account_id = ${other} AND said.section = 'experience' AND plain_name(job->>'company') <> '')`;

/** The address of the account is one of a company of `kin`. */
const writesFromKin = (other: string) => `EXISTS (SELECT FROM accounts mailed
  JOIN company_domains d ON split_part(mailed.email, '@', 2) = d.domain OR mailed.email LIKE '%.' || d.domain
  JOIN kin ON kin.id = d.company_id WHERE mailed.id = ${other})`;

/** Whether the reader may know of `other`, who is open to work. Needs `kinOf` around it. */
export const mayKnow = (reader: string, other: string): string => `(${other} <> ${reader}
  AND ${isUnblocked(reader, other)}
  AND NOT EXISTS (SELECT FROM employer_ties tie JOIN kin ON kin.id = tie.company_id WHERE tie.account_id = ${other})
  AND NOT ${writesFromKin(other)} AND NOT ${namesKin(other)})`;
