import type { Currency, JobCard, JobLevel, JobRole } from '@teahouse/contract/members';

export interface JobCardRow {
  id: string;
  seq: string;
  company: string;
  name_zh: string;
  name_en: string;
  title: string;
  role: JobRole;
  level: JobLevel;
  city: string;
  remote: boolean;
  pay_min: number | null;
  pay_max: number | null;
  pay_currency: Currency;
  pay_months: number;
  skills: string[];
  posted: string;
  closes: string;
  open: boolean;
  saved: boolean;
}

/** A job is open until its last day is over, whether or not a sweep has closed it yet. SQL, of jobs `j`. */
export const isOpen = (today: string): string => `(j.open AND j.closes >= ${today})`;

/** Columns of a card, of jobs `j` and companies `c`. Both are SQL expressions: the reader's account, or null, and the day. */
export const cardColumns = (
  reader: string,
  today: string,
): string => `j.id, j.seq, j.company_id AS company, c.name_zh, c.name_en,
  j.title, j.role, j.level, j.city, j.remote, j.pay_min, j.pay_max, j.pay_currency, j.pay_months, j.skills,
  to_char(j.posted, 'YYYY-MM-DD') AS posted, to_char(j.closes, 'YYYY-MM-DD') AS closes, ${isOpen(today)} AS open,
  EXISTS (SELECT FROM job_saves v WHERE v.account_id = ${reader} AND v.job_id = j.id) AS saved`;

export function presentCard(row: JobCardRow): JobCard {
  const { id, company, name_zh: zh, name_en: en, title, role, level, city, remote, skills } = row;
  const { pay_min: min, pay_max: max, pay_currency: currency, pay_months: months } = row;
  return {
    ...{ id, title, role, level, city, remote, skills },
    company: { id: company, name: { zh, en } },
    pay: min === null || max === null ? null : { min, max, currency, months },
    ...{ posted: row.posted, closes: row.closes, open: row.open, saved: row.saved },
  };
}
