import type { ErrorTable } from '../../common.ts';

/** What is refused about company pages and those who act for a company. */
export const companyErrors = {
  'not-representative': { status: 403, title: 'You do not act for this company in that role' },
  'company-stale': { status: 409, title: 'The page was changed in the meantime' },
  'claim-unknown': { status: 404, title: 'There is no such claim any more' },
  'claims-full': { status: 409, title: 'Too many of your claims wait for an answer' },
  'domain-unproven': { status: 422, title: 'No domain of the company has the record' },
  'colleague-unknown': {
    status: 404,
    title: 'This is nobody who is verified at the company, or one of your connections',
  },
  'last-owner': { status: 409, title: 'Somebody else has to be an owner first' },
  'representatives-full': { status: 409, title: 'The company has as many representatives as it can have' },
  'company-key-taken': { status: 409, title: 'This key was listed before, and is used no more' },
  'company-key-invalid': { status: 422, title: 'This is no key that somebody alone can sign with' },
  'company-keys-full': { status: 409, title: 'You have as many keys for this company as you can have' },
  'company-key-unknown': { status: 404, title: 'There is no such key of yours at this company' },
} as const satisfies ErrorTable;
