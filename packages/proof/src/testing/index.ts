/** Real proofs for tests: credentials by mcl, logs in memory. */
import type { Proof } from '@teahouse/contract/talk';
import {
  type Bbs,
  type Credential,
  concat,
  createBbs,
  domainHash,
  issue,
  type LabelKind,
  type MadeAct,
  makeCommitment,
  makeEdit,
  makeReply,
  makeThread,
  present,
  presentationToWire,
  type Rng,
  toBase64url,
} from '@teahouse/protocol';
import { cosigner, encodeVerifier, type NoteSigner, noteSigner } from '@teahouse/protocol/log';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { actInclusion, type Entry, isScopeOf, logOrigin } from '@teahouse/protocol/record';
import type { Trusted } from '../checks.ts';
import { named, someIssuerLog, someTalkLog } from './entries.ts';
import { testLog } from './logs.ts';

export { named } from './entries.ts';

/** A repeatable stream of bytes. */
export function streamOf(name: string): Rng {
  let counter = 0;
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      domainHash('stream', name, counter++),
    );
    return concat(...blocks).slice(0, length);
  };
}

/** How a proof should differ from the ordinary one. */
export interface ProofChange {
  readonly kind?: LabelKind;
  readonly act?: 'thread' | 'reply' | 'edit';
  readonly title?: string;
  readonly text?: string;
  readonly credential?: Partial<Credential>;
  /** Signs credentials instead of the issuer's key; the log knows nothing of it. */
  readonly issuerSecret?: Uint8Array;
  /** The logs' entries before they are signed. */
  readonly issuerEntries?: (entries: Entry[]) => Entry[];
  readonly talkEntries?: (entries: Entry[]) => Entry[];
  /** Which entries are shown, where it is not the right one. */
  readonly show?: Partial<Record<'key' | 'epoch' | 'counts', (entry: Entry) => boolean>>;
  readonly signers?: { readonly issuer?: readonly NoteSigner[]; readonly talk?: readonly NoteSigner[] };
  readonly origins?: { readonly issuer?: string; readonly talk?: string };
  /** When talk logged the act. */
  readonly at?: string;
}

export interface ProofKit {
  readonly bbs: Bbs;
  readonly instance: string;
  /** Keys of both logs and of the witness. */
  readonly trusted: Required<Trusted>;
  readonly signers: { readonly issuer: NoteSigner; readonly talk: NoteSigner; readonly witness: NoteSigner };
  /** A proof that holds: of an opener by one of 57 current employees of Acme, epoch 2026-11; or what is changed of it. */
  make(change?: ProofChange): Promise<Proof>;
}

/** A small world with an issuer, both logs and a witness; the same name gives the same proofs. */
export async function createProofKit(name = 'proof', instance = 'tea.example'): Promise<ProofKit> {
  const bbs = createBbs(await loadMclBackend());
  const rng = streamOf(name);
  const seed = named(`${name}/holder`);
  const secretKey = bbs.keyGen(named(`${name}/issuer`));
  const newerKey = bbs.publicKey(bbs.keyGen(named(`${name}/newer issuer`)));
  const signers = {
    issuer: noteSigner(logOrigin(instance, 'issuer'), named(`${name}/issuer log`)),
    talk: noteSigner(logOrigin(instance, 'talk'), named(`${name}/talk log`)),
    witness: cosigner(
      'witness.example/w1',
      named(`${name}/witness`),
      Date.parse('2026-11-22T11:00:07Z') / 1000,
    ),
  };
  const verifier = (signer: NoteSigner) => encodeVerifier(signer.verifier);
  const ordinary: Credential = { epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' };

  function say({ act = 'thread', title = '今晚又加班', text = '水开了，茶凉了。' }: ProofChange): MadeAct {
    const common = { seed, instance, room: 'acme', rng, text };
    const nonces = [rng(32), rng(32)];
    if (act === 'thread') return makeThread({ ...common, title, lang: 'zh', nonces });
    const within = { ...common, thread: named('thread'), target: named('post') };
    if (act === 'reply') return makeReply({ ...within, nonces: nonces.slice(1) });
    return makeEdit({ ...within, prev: named('post') });
  }

  function show(
    act: MadeAct,
    { kind = 'company', credential: other, issuerSecret = secretKey }: ProofChange,
  ) {
    const credential = { ...ordinary, ...other };
    const issuerPublicKey = bbs.publicKey(issuerSecret);
    const commitment = makeCommitment({ bbs, seed, rng });
    const signature = issue({
      bbs,
      secretKey: issuerSecret,
      publicKey: issuerPublicKey,
      commitment,
      credential,
    });
    return present({ bbs, issuerPublicKey, signature, credential, kind, context: act.thread, seed, rng });
  }

  return {
    bbs,
    instance,
    trusted: {
      issuer: verifier(signers.issuer),
      talk: verifier(signers.talk),
      witnesses: [verifier(signers.witness)],
    },
    signers,
    async make(change = {}) {
      const act = say(change);
      const presentation = show(act, change);
      const { label } = presentation;
      const publicKey = bbs.publicKey(secretKey);
      const issuerLog = testLog(
        change.origins?.issuer ?? logOrigin(instance, 'issuer'),
        (change.issuerEntries ?? same)(someIssuerLog(instance, publicKey, newerKey)),
        change.signers?.issuer ?? [signers.issuer, signers.witness],
      );
      const acts = [act.id, ...Array.from({ length: 10 }, (_, i) => named(`other act ${i}`))];
      const talkLog = testLog(
        change.origins?.talk ?? logOrigin(instance, 'talk'),
        (change.talkEntries ?? same)(someTalkLog(instance, acts, change.at ?? '2026-11-22T10:40:00Z')),
        change.signers?.talk ?? [signers.talk, signers.witness],
      );
      const { index, path } = await actInclusion(acts, act.id);
      const shown = {
        key: (entry: Entry) => entry.type === 'issuer-key',
        epoch: (entry: Entry) => entry.type === 'epoch' && entry.epoch === label.epoch,
        counts: (entry: Entry) =>
          entry.type === 'counts' && entry.epoch === label.epoch && isScopeOf(entry.of, label),
        ...change.show,
      };
      return {
        format: 'teahouse-proof-1',
        act: {
          header: toBase64url(act.header),
          body: toBase64url(act.body),
          salt: toBase64url(act.salt),
          signature: toBase64url(act.signature),
        },
        presentation: presentationToWire(presentation),
        issuer: {
          log: issuerLog.log,
          checkpoint: issuerLog.checkpoint,
          key: await issuerLog.show(shown.key),
          epoch: await issuerLog.show(shown.epoch),
          counts: await issuerLog.show(shown.counts),
        },
        talk: {
          log: talkLog.log,
          checkpoint: talkLog.checkpoint,
          acts: await talkLog.show((entry) => entry.type === 'acts' && entry.n === acts.length),
          index,
          path: path.map(toBase64url),
        },
      };
    },
  };
}

const same = (entries: Entry[]) => entries;
