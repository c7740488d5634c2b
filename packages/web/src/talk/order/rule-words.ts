import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { HouseRule } from '@teahouse/contract/talk';

interface RuleWords {
  readonly name: MessageDescriptor;
  /** What it forbids, in one line. */
  readonly means: MessageDescriptor;
}

/** The rules of the house (safety.md), in the order of the protocol's `houseRules`. */
export const ruleWords: Readonly<Record<HouseRule, RuleWords>> = {
  threat: { name: msg`Threat`, means: msg`Announces harm to somebody, or calls for it.` },
  'personal-data': {
    name: msg`Personal data`,
    means: msg`Gives away a private person: who a mask is, a phone number, an address, an account.`,
  },
  insult: {
    name: msg`Personal attack`,
    means: msg`Demeans a person, instead of saying what is wrong with what they did.`,
  },
  hate: {
    name: msg`Hatred`,
    means: msg`Belittles people for their origin, sex, age, faith, illness or home region.`,
  },
  sexual: { name: msg`Sexual content`, means: msg`Pornography, or sexual talk about somebody.` },
  advertising: {
    name: msg`Advertising`,
    means: msg`Sells something, or lures people elsewhere for gain.`,
  },
  flooding: { name: msg`Flooding`, means: msg`The same again and again, or words without sense.` },
  impersonation: {
    name: msg`False role`,
    means: msg`Speaks as a company, an authority or a known person without being it.`,
  },
  illegal: {
    name: msg`Against the law`,
    means: msg`Offers or asks for what is forbidden: forged papers, drugs, stolen data.`,
  },
  other: { name: msg`Something else`, means: msg`Harms the house in a way that no rule names: say how.` },
};

/** All rules, in their order. */
export const allRules = Object.keys(ruleWords) as readonly HouseRule[];
