import { type Company, Email } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isFreeMail, registrableDomain } from '../companies/domain.ts';
import { presentCompany } from '../companies/present.ts';
import { findByDomain } from '../companies/store.ts';
import { fail } from '../errors.ts';
import { isRoleAddress, type Mailbox, readMailbox } from './mailbox.ts';

/**
 * The mailbox of a work address and whose it is; with `expected` it must be of this company. Throws `invalid-input`,
 * `free-mail`, `role-address`, `unknown-domain`, `company-mismatch`.
 */
export async function companyOfMailbox(
  db: Queryable,
  email: string,
  expected: string | undefined,
): Promise<{ mailbox: Mailbox; company: Company }> {
  const mailbox = Email.safeParse(email.trim()).success ? readMailbox(email) : undefined;
  if (!mailbox) throw fail('invalid-input', { issues: [{ path: 'body.email', message: 'not a mailbox' }] });
  if (isFreeMail(mailbox.host)) throw fail('free-mail');
  if (isRoleAddress(mailbox.local)) throw fail('role-address');
  return { mailbox, company: await companyOf(db, mailbox.host, expected) };
}

async function companyOf(db: Queryable, host: string, expected: string | undefined): Promise<Company> {
  const domain = registrableDomain(host);
  const row = domain === undefined ? undefined : await findByDomain(db, domain);
  if (row?.status === 'proposed') {
    throw fail('unknown-domain', { detail: 'The company was proposed already and waits for the operator' });
  }
  if (row?.status !== 'approved') throw fail('unknown-domain');
  if (expected !== undefined && row.id !== expected) throw fail('company-mismatch');
  return presentCompany(row);
}
