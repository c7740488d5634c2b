import type { Queryable } from '@teahouse/kit/pool';
import type { LookedPost } from './case-store.ts';
import { decideOn } from './decide.ts';
import { unfit } from './faults.ts';
import { readOrderGround } from './ground.ts';
import { ruleOfLook, wordsOfLook } from './look.ts';

/**
 * Takes an edited post, which the caller has locked, out of sight until a moderator saw its new words. At most six
 * statements, the one that tells those who follow among them.
 */
export async function holdEdited(tx: Queryable, looked: LookedPost): Promise<void> {
  const { room, post, slot, look } = looked;
  const ground = await readOrderGround(tx, room, post);
  if (!ground) throw unfit('case-unknown');
  await decideOn(
    tx,
    { ...{ room, post, slot }, ...byProgram, rule: ruleOfLook(look), words: wordsOfLook(look), look },
    ground,
  );
}

const byProgram = { action: 'hold', by: 'program', staff: null } as const;
