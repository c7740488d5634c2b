import type { Proof } from '@teahouse/contract/talk';
import { encodeBody, toBase64url } from '@teahouse/protocol';
import { cosigner, type NoteSigner, noteSigner } from '@teahouse/protocol/log';
import type { CountsEntry, Entry } from '@teahouse/protocol/record';
import type { CheckCode } from '../verdict.ts';
import { named, type ProofChange, type ProofKit } from './index.ts';

/** What somebody changes of a proof, and the one check that must fail for it. */
export type Forgery = readonly [code: CheckCode, what: string, forge: () => Proof | Promise<Proof>];

type DeepPartial<T> = T extends readonly unknown[] ? T : { readonly [K in keyof T]?: DeepPartial<T[K]> };

/** A copy with some of it replaced. */
export function altered<T>(of: T, change: DeepPartial<T>): T {
  const merged = Object.entries(change as object).map(([name, value]) => {
    const isPart = typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);
    return [name, isPart ? altered(of[name as keyof T], value) : value];
  });
  return { ...of, ...Object.fromEntries(merged) };
}

const counts = (test: (entry: CountsEntry) => boolean): ProofChange => ({
  show: { counts: (entry: Entry) => entry.type === 'counts' && test(entry) },
});
const replaced =
  <T extends Entry['type']>(type: T, change: (entry: Extract<Entry, { type: T }>) => object) =>
  (entries: Entry[]) =>
    entries.map((entry) =>
      entry.type === type ? ({ ...entry, ...change(entry as never) } as Entry) : entry,
    );

const better: CountsEntry = {
  type: 'counts',
  epoch: '2026-11',
  of: { kind: 'company', company: 'acme', industry: 'games' },
  rows: [{ standing: 'current', evidence: 'mailbox-code', n: 5000 }],
};
const otherPath = [toBase64url(named('not the path'))];

/** One forgery or more for each check. */
export async function forgeriesOf(kit: ProofKit): Promise<Forgery[]> {
  const proof = await kit.make();
  const other = await kit.make({ act: 'reply', text: 'another act' });
  return [...forgedActs(kit, proof, other), ...forgedRecords(kit, proof), ...forgedTalk(kit, proof, other)];
}

function forgedActs(kit: ProofKit, proof: Proof, other: Proof): Forgery[] {
  const body = toBase64url(encodeBody({ type: 'post', thread: null, nonces: [] }, { title: 'x', text: 'y' }));
  return [
    ['text', 'other words', () => altered(proof, { act: { body } })],
    ['text', 'another salt', () => altered(proof, { act: { salt: toBase64url(named('salt')) } })],
    ['signature', 'of another act', () => altered(proof, { act: { signature: other.act.signature } })],
    [
      'presentation',
      'one that showed less',
      async () => {
        const less = await kit.make({ kind: 'alias' });
        return altered(proof, { presentation: { proof: less.presentation.proof } });
      },
    ],
    [
      'presentation',
      'the label of another company, with its counts',
      async () => {
        const { presentation, issuer } = await kit.make({ credential: { company: 'pixel' } });
        const { label } = presentation;
        return altered(proof, { presentation: { label }, issuer: { counts: issuer.counts } });
      },
    ],
    [
      'presentation',
      'a pseudonym of another thread',
      () => altered(proof, { presentation: { pseudonym: other.presentation.pseudonym } }),
    ],
    [
      'presentation',
      'a credential by a key that is not in the log',
      () => kit.make({ issuerSecret: kit.bbs.keyGen(named('puppeteer')) }),
    ],
  ];
}

function forgedRecords(kit: ProofKit, proof: Proof): Forgery[] {
  return [
    ['issuer-key-logged', 'at another place', () => altered(proof, { issuer: { key: { index: 2 } } })],
    ['epoch-logged', 'with another path', () => altered(proof, { issuer: { epoch: { path: otherPath } } })],
    [
      'epoch-logged',
      'signed with another key',
      () => kit.make({ issuerEntries: replaced('epoch', () => ({ key: named('other key') })) }),
    ],
    [
      'counts-logged',
      'of another company',
      () => kit.make(counts(({ of }) => of.kind === 'company' && of.company === 'pixel')),
    ],
    ['counts-logged', 'of everybody', () => kit.make(counts(({ of }) => of.kind === 'all'))],
    [
      'counts-logged',
      'of another epoch',
      () =>
        kit.make(
          counts(({ of, epoch }) => epoch === '2026-10' && of.kind === 'company' && of.company === 'acme'),
        ),
    ],
    [
      'counts-logged',
      'better ones, logged after the epoch',
      () =>
        kit.make({
          issuerEntries: (entries) => [...entries, better],
          ...counts(({ rows }) => rows[0]!.n === 5000),
        }),
    ],
    [
      'counts-logged',
      'better ones, logged long before the epoch',
      () =>
        kit.make({
          issuerEntries: (entries) => entries.toSpliced(3, 0, better),
          ...counts(({ rows }) => rows[0]!.n === 5000),
        }),
    ],
    [
      'counts-logged',
      'in which nobody has that standing',
      () =>
        kit.make({
          issuerEntries: replaced('counts', ({ rows }) => {
            const former = rows.filter(({ standing }) => standing === 'former');
            return former.length > 0 ? { rows: former } : {};
          }),
        }),
    ],
    [
      'issuer-checkpoint',
      'of another instance',
      () =>
        kit.make({
          origins: { issuer: 'tea.rival/issuer' },
          signers: { issuer: [noteSigner('tea.rival/issuer', named('rival'))] },
        }),
    ],
    ['issuer-checkpoint', 'signed by another key', () => signedByAnother(kit, proof, 'issuer')],
  ];
}

function forgedTalk(kit: ProofKit, proof: Proof, other: Proof): Forgery[] {
  const { talk, witness } = kit.signers;
  const late = cosigner(witness.verifier.name, named('proof/witness'), 1);
  const liar: NoteSigner = {
    verifier: witness.verifier,
    sign: (text) => Uint8Array.from([...witness.sign(text).slice(0, 8), ...late.sign(text).slice(8)]),
  };
  const { index, path } = other.talk;
  const checkpoint = `${proof.talk.checkpoint}more`;
  return [
    ['act-logged', 'not among those of the hour', () => altered(proof, { talk: { index, path } })],
    ['acts-logged', 'with another path', () => altered(proof, { talk: { acts: { path: otherPath } } })],
    [
      'acts-logged',
      'beyond all years',
      () =>
        kit.make({
          talkEntries: replaced('acts', ({ n }) => (n === 11 ? { slot: Number.MAX_SAFE_INTEGER } : {})),
        }),
    ],
    ['talk-checkpoint', 'signed by another key', () => signedByAnother(kit, proof, 'talk')],
    [
      'talk-checkpoint',
      'a witness that says another time than it signed',
      () => kit.make({ signers: { talk: [talk, liar] } }),
    ],
    [
      'talk-checkpoint',
      'a witness with a key of another kind',
      () => kit.make({ signers: { talk: [talk, noteSigner('w', named('w'))] } }),
    ],
    [
      'talk-checkpoint',
      'a signature of nobody who is listed',
      () => altered(proof, { talk: { log: { witnesses: [] } } }),
    ],
    ['talk-checkpoint', 'something after the signatures', () => altered(proof, { talk: { checkpoint } })],
  ];
}

/** A checkpoint by another key of the same name, beside the key of the log. */
async function signedByAnother(kit: ProofKit, proof: Proof, plane: 'issuer' | 'talk'): Promise<Proof> {
  const mallory = noteSigner(`${kit.instance}/${plane}`, named('mallory'));
  const made = await kit.make({ signers: { [plane]: [mallory, kit.signers.witness] } });
  return { ...made, [plane]: { ...made[plane], log: proof[plane].log } };
}
