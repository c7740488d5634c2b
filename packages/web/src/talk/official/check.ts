import type { Teahouse } from '@teahouse/client';
import type { OfficialAnswer } from '@teahouse/contract/talk';
import {
  actKey,
  companyKeyContext,
  decodeStatement,
  equal,
  fromBase64url,
  makeStatement,
  officialTextHash,
  statementId,
  toBase64url,
  verifyStatement,
} from '@teahouse/protocol';
import { namedTrace } from '../../holder/named-trace.ts';
import { talk } from '../read/api.ts';

/** Of what a moderator took away the words are gone, and the hash of them has to be believed. */
const isSaid = (hash: Uint8Array, text: string | null) =>
  text === null || equal(hash, officialTextHash(text));

/**
 * Whether every version is what the company signed: its words, its order, under a key that the issuer lists as the
 * company's. Whoever reads need not take the server's word for it.
 */
export async function isGenuine(answer: OfficialAnswer, room: string, thread: string): Promise<boolean> {
  const { keys } = await talk.companyKeys();
  const listed = new Set(keys.filter(({ company }) => company === answer.company).map(({ key }) => key));
  let before: Uint8Array | null = null;
  for (const { statement, text, key, signature, version } of answer.versions) {
    const bytes = fromBase64url(statement);
    if (!listed.has(key) || !verifyStatement(fromBase64url(key), bytes, fromBase64url(signature)))
      return false;
    try {
      const said = decodeStatement(bytes);
      const isHere =
        said.room === room && said.company === answer.company && toBase64url(said.thread) === thread;
      const follows = said.prev === null ? before === null : before !== null && equal(said.prev, before);
      if (!isHere || !follows || said.version !== version || !isSaid(said.text, text)) return false;
    } catch {
      return false;
    }
    before = statementId(bytes);
  }
  return true;
}

/** Own keys are looked for up to this number (`companyKeysMax` of members). */
const most = 20;

/** The number of an own key that counts for the company now, found on this device; undefined without one. */
export async function ownKeyFor(client: Teahouse, company: string): Promise<number | undefined> {
  const [{ keys }, { instance }] = await Promise.all([talk.companyKeys(), talk.info()]);
  const open = new Set(
    keys.filter((one) => one.company === company && one.revoked === null).map(({ key }) => key),
  );
  if (open.size === 0) return undefined;
  for (let n = 0; n < most; n += 1) {
    const { publicKey } = actKey(client.wallet.seed(), companyKeyContext(instance, company, n));
    if (open.has(toBase64url(publicKey))) return n;
  }
  return undefined;
}

/** Signs an answer, or its next version, on this device, and sends it as anybody could: without a cookie. */
export async function sendAnswer(
  client: Teahouse,
  i: {
    room: string;
    thread: string;
    company: string;
    n: number;
    text: string;
    before: OfficialAnswer | null;
  },
): Promise<OfficialAnswer | null> {
  const { room, thread, company, n, text } = i;
  const { instance } = await talk.info();
  const last = i.before?.versions.at(-1);
  const made = makeStatement({
    ...{ instance, room, company, n, text, seed: client.wallet.seed(), thread: fromBase64url(thread, 32) },
    version: (last?.version ?? 0) + 1,
    prev: last ? statementId(fromBase64url(last.statement)) : null,
  });
  const body = {
    ...{ statement: toBase64url(made.statement), text: made.text },
    ...{ key: toBase64url(made.key), signature: toBase64url(made.signature) },
  };
  // Members knows whose key it is, and the slot is public: who answers is awake, as if they wrote under their name (decision 24).
  namedTrace.wrote(Date.now());
  return (await talk.answerOfficially({ params: { room, thread }, body })).answer;
}
