import { equal } from './bytes.ts';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';
import { asProtocolError, ProtocolError } from './errors.ts';
import { protocolLimits } from './limits.ts';
import { isBytes, mapWith } from './shape.ts';
import { checkLine, checkText, checkTitle } from './text.ts';

/** How a post can be answered without words. The order is that of the tallies. */
export const reactionKinds = ['agree', 'hug', 'laugh', 'wow', 'angry'] as const;
export type Reaction = (typeof reactionKinds)[number];
/** What colleagues say of a claim. The order is that of the tallies. */
export const verdictKinds = ['confirm', 'dispute', 'unknown'] as const;
export type Verdict = (typeof verdictKinds)[number];
/** What colleagues say of a company's official answer. The order is that of the counts. */
export const resolveKinds = ['yes', 'no'] as const;
export type Resolves = (typeof resolveKinds)[number];
/** The rules of the house that a post can break. The order is that of the desk's list. */
export const houseRules = [
  'threat',
  'personal-data',
  'insult',
  'hate',
  'sexual',
  'advertising',
  'flooding',
  'impersonation',
  'illegal',
  'other',
] as const;
export type HouseRule = (typeof houseRules)[number];
export const pollVoters = ['everyone', 'colleagues'] as const;

/** A picture that travels beside its act. */
export interface Picture {
  /** SHA-256 of the file, 32 bytes. */
  readonly hash: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** For people who cannot see it. */
  readonly alt?: string;
}
export interface Poll {
  readonly options: readonly string[];
  /** Whether one person may choose several. */
  readonly multiple: boolean;
  /** `colleagues`: those who show the company of the room. */
  readonly voters: (typeof pollVoters)[number];
}

/** What is said. Which fields an act has follows from its type; a deletion says nothing. */
export interface ActBody {
  readonly text?: string;
  readonly title?: string;
  readonly lang?: 'zh' | 'en';
  /** Pseudonyms (48 bytes) of the thread's aliases that are named. */
  readonly mentions?: readonly Uint8Array[];
  readonly pictures?: readonly Picture[];
  readonly poll?: Poll;
  /** Of a `react` act; absent where a reaction is taken back. */
  readonly reaction?: Reaction;
  /** Of a `ballot` on a poll: places of the chosen options, ascending. */
  readonly choices?: readonly number[];
  /** Of a `ballot` on a claim. */
  readonly verdict?: Verdict;
  /** Of a `ballot` on an official answer: whether it resolves what the thread says. */
  readonly resolves?: Resolves;
  /** Of a `report`: which rule the post breaks; `text` may say more. */
  readonly rule?: HouseRule;
  /** Of an `appeal`: id of the decision, 32 bytes; `text` says why it is wrong. */
  readonly decision?: Uint8Array;
}

/** What of a header says which body belongs to it. */
export interface BodyPlace {
  readonly type: 'post' | 'edit' | 'delete' | 'react' | 'ballot' | 'report' | 'appeal';
  readonly thread: Uint8Array | null;
  /** As many tokens as a post with pictures costs say that it has some. */
  readonly nonces: readonly unknown[];
}

/** Canonical bytes of the body that belongs to a header. Throws `body-invalid`, `text-invalid`, `title-invalid`. */
export function encodeBody(header: BodyPlace, body: ActBody): Uint8Array {
  const bytes = asProtocolError('body-invalid', 'not encodable', () =>
    encodeCbor(checkBody(header, body) as unknown as CborValue),
  );
  demand(bytes.length <= protocolLimits.bodyBytes, 'too long');
  return bytes;
}

/** The body of canonical bytes. Throws `body-invalid`, `text-invalid`, `title-invalid`. */
export function decodeBody(header: BodyPlace, bytes: Uint8Array): ActBody {
  demand(bytes.length <= protocolLimits.bodyBytes, 'too long');
  return asProtocolError('body-invalid', 'not canonical CBOR', () => checkBody(header, decodeCbor(bytes)));
}

interface Fields {
  readonly required: readonly (keyof ActBody)[];
  readonly optional: readonly (keyof ActBody)[];
}

function fieldsOf({ type, thread, nonces }: BodyPlace): Fields {
  const pictures = nonces.length === protocolLimits.tokensWithPicture ? (['pictures'] as const) : [];
  if (type === 'edit') return { required: ['text'], optional: ['title', 'mentions'] };
  if (type === 'delete') return { required: [], optional: [] };
  if (type === 'react') return { required: [], optional: ['reaction'] };
  if (type === 'ballot') return { required: [], optional: ['choices', 'verdict', 'resolves'] };
  if (type === 'report') return { required: ['rule'], optional: ['text'] };
  if (type === 'appeal') return { required: ['text', 'decision'], optional: [] };
  if (thread === null) return { required: ['text', 'title', ...pictures], optional: ['lang', 'poll'] };
  return { required: ['text', ...pictures], optional: ['lang', 'mentions'] };
}

function checkBody(header: BodyPlace, value: unknown): ActBody {
  const { required, optional } = fieldsOf(header);
  const body = mapWith(value, required, optional);
  demand(body !== null, 'not the fields of this kind of body');
  if ('text' in body) checkText(body.text);
  if ('title' in body) checkTitle(body.title);
  if ('lang' in body) demand(body.lang === 'zh' || body.lang === 'en', 'lang is zh or en');
  if ('mentions' in body) checkMentions(body.mentions);
  if ('pictures' in body) checkPictures(body.pictures);
  if ('poll' in body) checkPoll(body.poll);
  if ('reaction' in body) demand(reactionKinds.includes(body.reaction as Reaction), 'no such reaction');
  if (header.type === 'ballot') checkBallot(body);
  if (header.type === 'report') checkReport(body);
  if (header.type === 'appeal') checkAppeal(body);
  return { ...body } as ActBody;
}

function checkMentions(value: unknown): void {
  demand(isList(value, 1, protocolLimits.mentionsPerPost), 'too many mentions, or none');
  const differ = value.every(
    (one, i) => isBytes(one, 48) && value.slice(0, i).every((other) => !equal(other as Uint8Array, one)),
  );
  demand(differ, 'mentions are pseudonyms that differ');
}

function checkPictures(value: unknown): void {
  demand(isList(value, 1, protocolLimits.picturesPerPost), 'too many pictures, or none');
  for (const picture of value) {
    const map = mapWith(picture, ['hash', 'width', 'height'], ['alt']);
    demand(map !== null && isBytes(map.hash, 32), 'not the fields of a picture');
    demand(isSide(map.width) && isSide(map.height), 'no such size of a picture');
    if ('alt' in map) checkLine('body-invalid', map.alt, protocolLimits.altCharacters);
  }
  const hashes = value.map((one) => (one as Picture).hash);
  demand(!hashes.some((one, i) => hashes.slice(0, i).some((other) => equal(one, other))), 'a picture twice');
}

const isSide = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= protocolLimits.pictureSide;

function checkPoll(value: unknown): void {
  const poll = mapWith(value, ['options', 'multiple', 'voters']);
  demand(poll !== null && typeof poll.multiple === 'boolean', 'not the fields of a poll');
  demand((pollVoters as readonly unknown[]).includes(poll.voters), 'no such voters');
  const { options } = poll;
  demand(isList(options, protocolLimits.pollOptionsLeast, protocolLimits.pollOptions), 'number of options');
  for (const option of options) checkLine('body-invalid', option, protocolLimits.optionCharacters);
  demand(new Set(options).size === options.length, 'an option twice');
}

function checkBallot(body: Readonly<Record<string, CborValue>>): void {
  const said = ['choices', 'verdict', 'resolves'].filter((field) => field in body);
  demand(said.length === 1, 'a ballot says one thing');
  if ('resolves' in body) demand(resolveKinds.includes(body.resolves as Resolves), 'yes or no');
  if ('verdict' in body) demand(verdictKinds.includes(body.verdict as Verdict), 'no such verdict');
  if (!('choices' in body)) return;
  const { choices } = body;
  demand(isList(choices, 1, protocolLimits.pollOptions), 'number of choices');
  const ascend = choices.every(
    (one, i) =>
      Number.isInteger(one) &&
      (one as number) >= 0 &&
      (one as number) < protocolLimits.pollOptions &&
      (i === 0 || (one as number) > (choices[i - 1] as number)),
  );
  demand(ascend, 'choices are places of options, ascending');
}

function checkReport({ rule, text }: Readonly<Record<string, CborValue>>): void {
  demand(houseRules.includes(rule as HouseRule), 'no such rule');
  demand(text === undefined || isShort(text, protocolLimits.reportCharacters), 'a report is that long');
}

function checkAppeal({ text, decision }: Readonly<Record<string, CborValue>>): void {
  demand(isBytes(decision, 32), 'an appeal names a decision');
  demand(isShort(text, protocolLimits.appealCharacters), 'an appeal is that long');
}

const isShort = (text: unknown, characters: number) => [...(text as string)].length <= characters;

function isList(value: unknown, least: number, most: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length >= least && value.length <= most;
}

function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new ProtocolError('body-invalid', message);
}
