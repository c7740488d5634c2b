import { type HouseRule, PictureFinding } from '@teahouse/contract/talk';
import type { EyeKind, EyeReason } from '@teahouse/eye';
import {
  type LookKind,
  type LookReason,
  type LookVerdict,
  likeRemoved,
  refusalOf,
  wordsOfPost,
} from '@teahouse/look';
import type { OpenedAct } from '../acts/envelope.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { slotNumber } from '../wire.ts';

/** What the first look saw of an act: its words, and with `lookAtPictures` its pictures (safety.md). */
export interface FirstLook {
  /** `hold`: nobody sees it before a moderator did. `queue`: shown, and a moderator looks. */
  readonly verdict: Exclude<LookVerdict, 'block'>;
  /** The gravest first. */
  readonly reasons: readonly (LookReason | EyeReason)[];
  /** 0 to 1. */
  readonly priority: number;
  /** What near-duplicates share most of; null where there are too few words. */
  readonly fingerprint: Uint8Array | null;
}

/** What of a first look is kept with a case (`cases.look`), for whoever works on it: never the words. */
export interface KeptLook {
  readonly score: number;
  readonly reasons: FirstLook['reasons'];
}
export const keptLook = ({ reasons, priority }: FirstLook): KeptLook => ({ score: priority, reasons });

/** Which rule of the house a finding is about. */
export const ruleOf: Readonly<Record<LookKind | EyeKind, HouseRule>> = {
  phone: 'personal-data',
  id: 'personal-data',
  email: 'personal-data',
  handle: 'personal-data',
  plate: 'personal-data',
  staff: 'personal-data',
  address: 'personal-data',
  unmasking: 'personal-data',
  threat: 'threat',
  insult: 'insult',
  sexual: 'sexual',
  advertising: 'advertising',
  link: 'advertising',
  'near-duplicate': 'flooding',
  flood: 'flooding',
  'too-long': 'other',
  'sexual-picture': 'sexual',
  'known-picture': 'other',
  malware: 'illegal',
  unchecked: 'other',
};

/** The rule that a look's gravest finding is about. */
export const ruleOfLook = ({ reasons }: Pick<FirstLook, 'reasons'>): HouseRule =>
  reasons[0] ? ruleOf[reasons[0].kind] : 'other';

/** What the program says of its decision: the finding, where the gravest one is in a picture; else the rule says it. */
export const wordsOfLook = ({ reasons }: Pick<FirstLook, 'reasons'>): PictureFinding | '' =>
  PictureFinding.safeParse(reasons[0]?.kind).data ?? '';

/** All words of an act that others would read: title, text, options of a poll, what pictures show. */
function wordsOf({ title, text, poll, pictures = [] }: OpenedAct['body']): string {
  const alts = pictures.flatMap(({ alt }) => (alt === undefined ? [] : [alt]));
  return wordsOfPost([title, text, ...(poll?.options ?? []), ...alts]);
}

/**
 * Looks at the words of a post or an edit before anything is written. Throws `look-threat`, `look-personal-data` where they
 * are refused, and `busy`.
 */
export async function firstLook(
  ctx: Pick<TalkContext, 'looker' | 'clock'>,
  act: OpenedAct,
): Promise<FirstLook> {
  const { verdict, reasons, priority, fingerprint } = await ctx.looker.look({
    text: wordsOf(act.body),
    room: act.header.room,
    slot: slotNumber(ctx.clock.now()),
  });
  if (verdict === 'block') throw refuse(`look-${refusalOf(reasons)}`);
  return { verdict, reasons, priority, fingerprint };
}

/** After it was written: those that come later are compared with it. */
export function rememberLook(
  ctx: Pick<TalkContext, 'looker' | 'clock'>,
  act: OpenedAct,
  { fingerprint, verdict, reasons }: FirstLook,
): void {
  if (!fingerprint) return;
  // What is held for a removal alone is no example: when the removal is taken back, nothing of it must be left.
  const held =
    verdict === 'hold' && reasons.some(({ kind, rule }) => kind === 'advertising' && rule !== likeRemoved);
  const slot = slotNumber(ctx.clock.now());
  ctx.looker.keep({ room: act.header.room, slot, fingerprint, held });
}
