import type { Dice } from '@teahouse/testbed/dice';
import type { House } from './house.ts';
import type { Said } from './words.ts';
import type { Guise, Harm } from './words-harm.ts';

export const room = 'square';
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Part = 'ordinary' | 'troll' | 'spammer' | 'brigade';

/** Somebody of the town. */
export interface Citizen {
  readonly place: number;
  readonly part: Part;
  /** Posts a day, in the mean. */
  readonly rate: number;
  /** Tokens on the device. */
  purse: number;
  /** When the device reads the files of refunds next, at the earliest. */
  readsRefunds: number;
  /** Until when the room was read, on the town's clock. */
  readUntil: number;
  /** Threads in which they have an alias. */
  readonly aliases: Set<string>;
  /** Of trolls: how well each guise did. */
  readonly luck: Record<Guise, number>;
}

/** A post that was accepted, and what is known of it outside the town: never to whoever plays in it. */
export interface Told extends Said {
  readonly id: string;
  readonly thread: string;
  readonly author: Citizen;
  readonly at: number;
  readonly cost: number;
  refunded: boolean;
}

/** A month in the making. */
export interface Stage {
  readonly house: House;
  readonly dice: Dice;
  readonly citizens: readonly Citizen[];
  /** By id, oldest first. */
  readonly posts: Map<string, Told>;
  /** With the post that opened each. */
  readonly threads: { readonly id: string; readonly first: string }[];
  /** What people would call harm, by the words: what a moderator who reads sees. */
  readonly harmful: Map<string, Harm>;
  /** Ids of posts that anybody sees at present; as old as `look`. */
  readonly shown: Set<string>;
  /** Answers other than yes, by code. */
  readonly refused: Map<string, number>;
  /** Ordinary members who wanted to write and had too few tokens, and when they last did. */
  readonly outOfTokens: Map<number, number>;
  /** Decisions of people: all, and those that were errors. */
  readonly desk: { decided: number; erred: number; appeals: number; reviewed: number };
}

export const now = ({ house }: Stage): number => house.town.clock.now().getTime();

export const count = <K>(counts: Map<K, number>, key: K): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);
