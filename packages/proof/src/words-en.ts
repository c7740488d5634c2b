import { startOfEpoch } from '@teahouse/protocol';
import type { Said, WitnessSeen } from './verdict.ts';
import type { Facts, Language } from './words.ts';

const inUtc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const day = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });
const month = inUtc({ month: 'long', year: 'numeric' });

const timeOf = (date: Date) => `${day.format(date)}, ${date.toISOString().slice(11, 16)} UTC`;
const epochOf = ({ label }: Facts) => month.format(startOfEpoch(label.epoch));
const credentials = (n: number) => (n === 1 ? '1 credential' : `${n} credentials`);

/** What the signer was verified as. */
function person({ label, who }: Facts): string {
  const former = label.kind !== 'alias' && label.standing === 'former' ? 'a former' : '';
  if (label.kind === 'company') return `${former || 'an'} employee of ${who}`;
  if (label.kind === 'industry') return `${former || 'an'} employee in the industry ${who}`;
  if (label.kind === 'alias') return 'a member';
  return `${former || 'a'} professional`;
}

function place({ kind, room, instance }: Facts): string {
  const what = { thread: 'the opening of a thread', reply: 'a reply', edit: 'an edit of a post' };
  return `They were said on ${instance}, in the room “${room}”, as ${what[kind ?? 'reply']}.`;
}

function time(facts: Facts): string {
  return `These words were signed before ${timeOf(facts.acceptedBy)}: the time that talk's log gives.`;
}

function meter(facts: Facts): string {
  const { n, label } = facts;
  const first =
    label.kind === 'alias'
      ? 'On entering the thread, the signer showed a credential, and nothing of it but that it is one'
      : `On entering the thread, the signer showed a credential as ${person(facts)}`;
  const counted = n === 1 ? 'There was 1 such credential' : `There were ${n} such credentials`;
  return `${first}, issued for ${epochOf(facts)}. ${counted} when that month's were first issued; later in the month more may have come.`;
}

const kinds: Readonly<Record<string, string>> = {
  'mailbox-code': 'a code sent to the work mailbox',
  'mailbox-mail': 'a DKIM-signed mail from the work mailbox',
  badge: 'a badge that a reviewer looked at',
};

function evidence(n: number, { kind, n: part }: Said['evidence'][number]): string {
  const on = Object.hasOwn(kinds, kind) ? kinds[kind] : `evidence of the kind “${kind}”`;
  return `Of these ${credentials(n)}, ${part} ${part === 1 ? 'rests' : 'rest'} on ${on}.`;
}

function witness({ log, name, key, time: at }: WitnessSeen): string {
  const whose = log === 'issuer' ? "the issuer's log" : "talk's log";
  return `The witness ${name} (key ${key}) signed the same state of ${whose} on ${timeOf(at)}.`;
}

export const english: Language = {
  headline(facts) {
    const who = `signed by somebody verified as ${person(facts)}, with one of at least ${facts.n} such credentials`;
    return facts.isCompared
      ? `Proven: ${who}.`
      : `Sound: ${who}, provided that the keys of the logs are those of ${facts.instance}.`;
  },
  proves: (facts) => [
    time(facts),
    meter(facts),
    ...facts.evidence.map((kind) => evidence(facts.n, kind)),
    place(facts),
    'If that time is right, a key stolen later can not have made this signature.',
    ...facts.witnesses.map(witness),
  ],
  notProven: (facts) => [
    'It does not prove that the words are true.',
    'It does not prove that the issuer itself did not sign up a puppet.',
    facts.n === 1
      ? 'It does not name the signer.'
      : `It does not show which of these ${facts.n} or more credentials it was.`,
    'It counts pieces of evidence, not people: who has two work mailboxes, or a mailbox and a badge, may have two voices.',
    'It does not show that the words still stand: they may have been edited or taken back since.',
    ...(facts.isCompared
      ? []
      : [
          `It does not show that these logs are those of ${facts.instance}: anybody can make logs under that name. Compare the keys with what ${facts.instance} has published: issuer ${facts.logKeys.issuer}, talk ${facts.logKeys.talk}.`,
        ]),
    ...(facts.witnesses.some(({ known }) => known !== true)
      ? [
          'It does not show who the witnesses are: their names and keys are only what the file says, unless you know them.',
        ]
      : []),
  ],
  refused: 'Not proven.',
  failed: {
    text: 'The text differs from what was signed.',
    signature: 'The signature was not made with the key that the file shows.',
    presentation: 'The proof of the credential does not hold for this key, thread and label.',
    'issuer-key-logged': "The issuer's key does not stand in the issuer's log.",
    'epoch-logged': "The issuer's log does not say that this key signed the credentials of that month.",
    'counts-logged': "The number of credentials is not what the issuer's log says for this label and month.",
    'issuer-checkpoint':
      "The state of the issuer's log is not signed as it should be, by the log or by a witness.",
    'act-logged': 'This post is not among those that talk recorded at that time.',
    'acts-logged': "The record of posts does not stand in talk's log.",
    'talk-checkpoint': "The state of talk's log is not signed as it should be, by the log or by a witness.",
    'keys-trusted':
      'The keys of the logs are not the ones that you know: these are the logs of somebody else.',
  },
  unusable: {
    'too-large': 'The file is larger than any proof.',
    'not-json': 'The file is not a proof: it can not be read as one.',
    'not-format': 'The file is not a proof: parts are missing, too many, or not in their form.',
    'not-canonical': 'The file was changed: a proof has one way of being written, and this is another.',
  },
};
