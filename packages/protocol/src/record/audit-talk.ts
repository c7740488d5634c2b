import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../bytes.ts';
import type { Report } from './audit-faults.ts';
import type { ActsEntry, Entry, TokenKeyEntry } from './entry.ts';
import { recordLimits } from './fields.ts';

/** What talk's log says. Hashes are hexadecimal. */
export interface TalkSummary {
  /** `id` is SHA-256 of the SPKI (RFC 9578 §6.5). */
  readonly tokenKeys: readonly { readonly index: number; readonly month: string; readonly id: string }[];
  /** Entries of this type, the acts below all their roots, and the slot of the newest. */
  readonly acts: { readonly entries: number; readonly total: number; readonly lastSlot: number | null };
  readonly web: readonly { readonly index: number; readonly hash: string; readonly files: number }[];
}

/** The rules of talk's log. Takes entries in order, tells faults, sums up. */
export function auditTalk(report: Report) {
  const tokenKeys: TalkSummary['tokenKeys'][number][] = [];
  const web: TalkSummary['web'][number][] = [];
  const acts = { entries: 0, total: 0, lastSlot: null as number | null };

  function takeTokenKey(index: number, { month, publicKey }: TokenKeyEntry): void {
    const id = hex(sha256(publicKey));
    if (tokenKeys.some((key) => key.id === id)) report('token-key-twice', `token key ${id}`);
    tokenKeys.push({ index, month, id });
    // A key for each reader would tag tokens: several are for restores of backups, not for more.
    if (tokenKeys.filter((key) => key.month === month).length > recordLimits.tokenKeysPerMonth) {
      report('token-key-many', `more than ${recordLimits.tokenKeysPerMonth} token keys for ${month}`);
    }
  }

  function takeActs({ slot, n }: ActsEntry): void {
    if (acts.lastSlot !== null && slot <= acts.lastSlot) {
      report('acts-order', `slot ${slot} after slot ${acts.lastSlot}`);
    }
    if (n === 0) report('acts-empty', `no acts in slot ${slot}`);
    acts.entries++;
    acts.total += n;
    acts.lastSlot = Math.max(slot, acts.lastSlot ?? 0);
  }

  return {
    next(index: number, entry: Entry): boolean {
      if (entry.type === 'token-key') takeTokenKey(index, entry);
      else if (entry.type === 'acts') takeActs(entry);
      else if (entry.type === 'web') web.push({ index, hash: hex(entry.hash), files: entry.files });
      else return false;
      return true;
    },
    summary: (): TalkSummary => ({ tokenKeys: [...tokenKeys], acts: { ...acts }, web: [...web] }),
  };
}
