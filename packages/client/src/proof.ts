import type { Proof } from '@teahouse/contract/talk';
import { readProof, type Verdict, verifyProof, writeProof } from '@teahouse/proof';
import { createBbs } from '@teahouse/protocol';
import { nobleBackend } from '@teahouse/protocol/noble';
import type { TalkCaller } from './call.ts';
import type { LogGuard } from './log/guard.ts';
import type { LogMemory } from './log/memory.ts';
import type { Worlds } from './talk/world.ts';

/** A proof as talk gave it, as a file, and what it shows. */
export interface OpenedProof {
  readonly proof: Proof;
  /** The file to keep: `teahouse verify` and the page /verify read it. */
  readonly text: string;
  readonly verdict: Verdict;
}
interface ProofDeps {
  readonly talk: TalkCaller;
  readonly worlds: Worlds;
  readonly guard: LogGuard;
  readonly memory: LogMemory;
}

/**
 * The proof of a post, checked against the keys of both logs that this device has pinned and the histories that it
 * remembers. Needs no wallet. Throws `proof-not-yet`, `proof-gone`, what the calls throw and what the log's guard throws;
 * a proof that doesn't hold is no error but a verdict; ProofError when it
 * isn't even a proof. protocol.md 6.
 */
export async function openProof(deps: ProofDeps, room: string, post: string): Promise<OpenedProof> {
  const { talk, worlds, guard, memory } = deps;
  await worlds.load();
  const text = writeProof(await talk.proof({ params: { room, post } }));
  // Judged as the file says it, so that the file can't say anything else.
  const proof = readProof(text);
  await Promise.all([
    guard.checkNote('issuer@talk', proof.issuer.checkpoint),
    guard.checkNote('talk', proof.talk.checkpoint),
  ]);
  const [issuer, own] = await Promise.all([memory.pin('issuer'), memory.pin('talk')]);
  const trusted = { ...(issuer ? { issuer: issuer.key } : {}), ...(own ? { talk: own.key } : {}) };
  const verdict = verifyProof({ proof, bbs: createBbs(nobleBackend), trusted });
  return { proof, text, verdict };
}
