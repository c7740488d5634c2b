import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';

/** What can go wrong with a company's page. */
export const companyWords: ErrorDictionary = {
  'company-unknown': {
    what: msg`This company is not in the directory.`,
    next: msg`It stands here once somebody proposed it and the operator looked at it.`,
  },
  'not-representative': {
    what: msg`You do not act for this company in that role.`,
    next: msg`An owner of the page can give you the role.`,
  },
  'company-stale': {
    what: msg`Somebody else changed the page in the meantime.`,
    next: msg`Copy what you wrote, load the page anew, and put it in once more.`,
  },
  'no-employment': {
    what: msg`You are not verified at this company.`,
    next: msg`Prove your work address first, or prove the domain.`,
  },
  'claims-full': {
    what: msg`Several of your requests wait already.`,
    next: msg`Wait for the operator's answer, or take one back.`,
  },
  'domain-unproven': {
    what: msg`The record was not found.`,
    next: msg`A new record can take an hour to be seen everywhere. Check the name and the value, then try again.`,
  },
  'colleague-unknown': {
    what: msg`This member is neither verified here nor one of your connections.`,
    next: msg`Connect with them first, or have them prove their work address.`,
  },
  'last-owner': {
    what: msg`Somebody has to remain an owner.`,
    next: msg`Make another representative an owner first.`,
  },
  'representatives-full': {
    what: msg`The company has as many representatives as it can have.`,
    next: msg`Take the role from somebody who no longer needs it.`,
  },
  'company-keys-full': {
    what: msg`You have as many keys for this company as you can have.`,
    next: msg`End one that you no longer use.`,
  },
};
