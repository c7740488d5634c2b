import { createPublicKey, verify } from 'node:crypto';
import { type OfficialStatement, type OfficialView, talkLimits } from '@teahouse/contract/talk';
import { refusalOf } from '@teahouse/look';
import {
  decodeStatement,
  equal,
  isActPublicKey,
  normaliseText,
  officialSignatureInput,
  officialTextHash,
  ProtocolError,
  type OfficialStatement as Statement,
  statementId,
} from '@teahouse/protocol';
import type { z } from 'zod';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { presentDecision } from '../order/present.ts';
import { isShown } from '../order/standing.ts';
import { isInside, type OpenRoom } from '../rooms/service.ts';
import { subjectOf } from '../votes/policy.ts';
import { bytesOf, slotNumber, slotText, textOf } from '../wire.ts';
import { insertVersion, type OfficialGround, readOfficial, readRemoval } from './store.ts';

type View = z.input<typeof OfficialView>;
type Place = { readonly room: OpenRoom; readonly thread: Uint8Array };

/**
 * What the company says under a thread; nothing where the thread itself is not shown. One statement, and one where a
 * moderator took something away. Throws `unknown-thread`.
 */
export async function viewOfficial(ctx: Pick<TalkContext, 'pool'>, { room, thread }: Place): Promise<View> {
  const ground = await readOfficial(ctx.pool, room.id, thread);
  if (!ground) throw refuse('unknown-thread');
  const { versions } = ground;
  const company = subjectOf({ room, authorLabel: ground.opener_label });
  if (company === null || versions.length === 0 || ground.deleted || !isShown(ground))
    return { answer: null };
  const removal = versions.some((one) => one.removed)
    ? await readRemoval(ctx.pool, room.id, thread)
    : undefined;
  return {
    answer: {
      company,
      removal: removal ? presentDecision(removal) : null,
      versions: versions.map(({ version, statement, text, key, signature, slot, removed }) => ({
        ...{ version, text: removed ? null : text, slot: slotText(slot) },
        ...{ statement: textOf(statement), key: textOf(key), signature: textOf(signature) },
      })),
      resolves: versions.at(-1)?.removed ? null : resolvesOf(ground),
    },
  };
}

/** Of a few nobody sees what they said, as of verdicts. product.md T7. */
const resolvesOf = ({ yes, no }: OfficialGround) => (yes + no < talkLimits.verdictFloor ? null : { yes, no });

/**
 * Takes a company's answer, or its next version. Nothing of who sent it is looked at: what counts is that the issuer lists
 * the key, and that it signed. The same statement again is answered as before. Two statements, three where two
 * race. Throws `unknown-thread`,
 * `post-not-shown`, `post-deleted`, `busy`, and those of `officialErrors`.
 */
export async function answerOfficially(
  ctx: TalkContext,
  place: Place,
  sent: z.output<typeof OfficialStatement>,
): Promise<View> {
  const { room, thread } = place;
  const bytes = bytesOf(sent.statement);
  const key = bytesOf(sent.key);
  const signature = bytesOf(sent.signature);
  const statement = openStatement(bytes, sent.text);
  const { instance } = ctx.window.view();
  const isHere =
    statement.instance === instance && statement.room === room.id && equal(statement.thread, thread);
  if (!isHere) throw refuse('official-malformed');
  if (!isSigned(key, bytes, signature)) throw refuse('official-signature');
  await requireKey(ctx, statement.company, sent.key);
  const ground = await readOfficial(ctx.pool, room.id, thread);
  if (!ground) throw refuse('unknown-thread');
  const subject = subjectOf({ room, authorLabel: ground.opener_label });
  if (isInside(room) || subject !== statement.company) throw refuse('official-foreign');
  if (ground.deleted) throw refuse('post-deleted');
  if (!isShown(ground)) throw refuse('post-not-shown');
  const standing = ground.versions.find(({ version }) => version === statement.version);
  if (standing?.statement.equals(bytes)) return viewOfficial(ctx, place);
  requireNext(statement, ground);
  const slot = slotNumber(ctx.clock.now());
  await look(ctx, { text: sent.text, room: room.id, slot });
  const row = { version: statement.version, statement: bytes, text: sent.text, key, signature, slot };
  const at = { room: room.id, thread, company: statement.company };
  if (!(await insertVersion(ctx.pool, at, row))) {
    const now = await readOfficial(ctx.pool, room.id, thread);
    const winner = now?.versions.find(({ version }) => version === row.version);
    if (!winner?.statement.equals(bytes)) throw refuse('official-stale');
  }
  ctx.cache.drop(room.id);
  return viewOfficial(ctx, place);
}

function openStatement(bytes: Uint8Array, text: string): Statement {
  try {
    const statement = decodeStatement(bytes);
    const isText = normaliseText(text) === text && equal(officialTextHash(text), statement.text);
    if (isText) return statement;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
  }
  throw refuse('official-malformed');
}

/** DER of an Ed25519 key before its 32 bytes (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');

function isSigned(key: Buffer, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (!isActPublicKey(key)) return false;
  const publicKey = createPublicKey({ key: Buffer.concat([spki, key]), format: 'der', type: 'spki' });
  return verify(null, officialSignatureInput(bytes), publicKey, signature);
}

/** A key that was listed a moment ago is looked for once. */
async function requireKey({ window }: TalkContext, company: string, key: string): Promise<void> {
  if (window.companyKeys.speaksFor(company, key)) return;
  await window.refreshSoon();
  if (!window.companyKeys.speaksFor(company, key)) throw refuse('official-key');
}

function requireNext({ version, prev }: Statement, { versions }: OfficialGround): void {
  const last = versions.at(-1);
  if (versions.length >= talkLimits.officialVersions) throw refuse('official-exhausted');
  const follows = last ? prev !== null && equal(prev, statementId(last.statement)) : prev === null;
  if (!follows || version !== (last?.version ?? 0) + 1) throw refuse('official-stale');
}

/** A threat and personal data are refused of a company, too. Throws `look-threat`, `look-personal-data`, `busy`. */
async function look(
  ctx: Pick<TalkContext, 'looker'>,
  request: { text: string; room: string; slot: number },
): Promise<void> {
  const { verdict, reasons } = await ctx.looker.look(request);
  if (verdict === 'block') throw refuse(`look-${refusalOf(reasons)}`);
}
