/** What a case is about, of a row of house_cases. To whom a note was written is not told. */
export const thingOf = (row: string): string => `json_build_object('kind', ${row}.kind, 'id', ${row}.subject,
  'part', CASE ${row}.kind WHEN 'part' THEN ${row}.part ELSE '' END)`;

/* A decision as it is shown, of a row `d` of house_decisions with its case `k` and its appeal `p`, if there is one. */

export const decidedColumns = `d.id, ${thingOf('k')} AS thing,
  d.action, d.reason, d.words, d.until::text, d.day::text, d.undone,
  CASE WHEN p.decision_id IS NOT NULL THEN json_build_object(
    'words', p.words, 'state', p.state, 'answer', p.answer, 'day', p.day) END AS appeal`;

export const decidedJoins = `house_decisions d JOIN house_cases k ON k.id = d.case_id
  LEFT JOIN house_appeals p ON p.decision_id = d.id`;

/** Whom something is about, of an SQL expression of an account's id. */
export const concerned = (
  account: string,
): string => `(SELECT json_build_object('id', a.id, 'handle', f.handle,
  'name', a.name) FROM accounts a JOIN profiles f ON f.account_id = a.id WHERE a.id = ${account})`;
