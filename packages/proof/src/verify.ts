import type { Proof } from '@teahouse/contract/talk';
import { type ActHeader, actId, type Bbs, decodeBody, fromBase64url, toBase64url } from '@teahouse/protocol';
import { encodeVerifier } from '@teahouse/protocol/log';
import { type CountRow, rowsFor } from '@teahouse/protocol/record';
import { checks, dateOf, endOfSlot, type Trusted } from './checks.ts';
import { keyFingerprint } from './fingerprint.ts';
import { attempt, type Parts, partsOf, type SignedCheckpoint } from './parts.ts';
import {
  type Check,
  type CheckCode,
  checkCodes,
  type Said,
  type Verdict,
  type WitnessSeen,
} from './verdict.ts';

/**
 * Judges a proof that `readProof` read: offline, with nothing but the file and, where the verifier has them, the keys of
 * the logs that it knows from elsewhere. All checks are made and reported; never throws. protocol.md 6.
 */
export function verifyProof(input: { proof: Proof; bbs: Bbs; trusted?: Trusted | undefined }): Verdict {
  const { proof, bbs, trusted = {} } = input;
  const parts = partsOf(proof);
  const made = checkCodes.map((code): Check => ({ code, state: stateOf(code, { parts, bbs, trusted }) }));
  const isProven = made.every(
    ({ code, state }) => state === 'ok' || (code === 'keys-trusted' && state === 'unknown'),
  );
  const ok = (...codes: CheckCode[]) =>
    codes.every((code) => made.some((check) => check.code === code && check.state === 'ok'));
  const rows = ok('counts-logged') ? rowsFor(proof.presentation.label, parts.counts!.rows) : null;
  return {
    outcome: isProven ? 'proven' : 'not-proven',
    checks: made,
    what: {
      ...wordsOf(parts),
      ...placeOf(parts),
      label: proof.presentation.label,
      n: rows && sum(rows),
      evidence: rows ? byEvidence(rows) : [],
      acceptedBy: ok('act-logged', 'acts-logged', 'talk-checkpoint') ? endOfSlot(parts.acts!.slot) : null,
      witnesses: [
        ...(ok('issuer-checkpoint') ? witnessesOf('issuer', parts.issuer, trusted) : []),
        ...(ok('talk-checkpoint') ? witnessesOf('talk', parts.talk, trusted) : []),
      ],
      logKeys: {
        issuer: attempt(() => keyFingerprint(proof.issuer.log.key)) ?? null,
        talk: attempt(() => keyFingerprint(proof.talk.log.key)) ?? null,
      },
    },
  };
}

function stateOf(code: CheckCode, input: Parameters<(typeof checks)[CheckCode]>[0]): Check['state'] {
  try {
    const holds = checks[code](input);
    return holds === undefined ? 'unknown' : holds ? 'ok' : 'failed';
  } catch {
    return 'failed';
  }
}

const sum = (rows: readonly CountRow[]) => rows.reduce((all, { n }) => all + n, 0);

function byEvidence(rows: readonly CountRow[]): Said['evidence'] {
  const kinds = [...new Set(rows.map(({ evidence }) => evidence))].sort();
  return kinds.map((kind) => ({ kind, n: sum(rows.filter(({ evidence }) => evidence === kind)) }));
}

function wordsOf({ proof, header }: Parts): Pick<Said, 'title' | 'text' | 'lang'> {
  const body = header && attempt(() => decodeBody(header, fromBase64url(proof.act.body)));
  return { title: body?.title ?? null, text: body?.text ?? null, lang: body?.lang ?? null };
}

function placeOf({
  header,
  headerBytes,
  context,
}: Parts): Pick<Said, 'instance' | 'room' | 'thread' | 'post' | 'kind'> {
  if (!header || !context) return { instance: null, room: null, thread: null, post: null, kind: null };
  // A post's id is that of the act that made it; an edit names it as its target.
  const post = header.type === 'post' ? actId(headerBytes) : header.target;
  return {
    instance: header.instance,
    room: header.room,
    thread: toBase64url(context),
    post: post && toBase64url(post),
    kind: kindOf(header),
  };
}

function kindOf({ type, thread }: ActHeader): Said['kind'] {
  if (type === 'post') return thread === null ? 'thread' : 'reply';
  return type === 'edit' ? 'edit' : null;
}

function witnessesOf(
  log: WitnessSeen['log'],
  { signatures }: SignedCheckpoint,
  trusted: Trusted,
): WitnessSeen[] {
  return (signatures ?? []).flatMap(({ verifier, time }) => {
    const date = time === null ? null : dateOf(time * 1000);
    const key = encodeVerifier(verifier);
    const known = trusted.witnesses ? trusted.witnesses.includes(key) : null;
    return date ? [{ log, name: verifier.name, key: keyFingerprint(key), time: date, known }] : [];
  });
}
