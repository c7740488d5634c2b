import type { FakeClock } from '@teahouse/kit/clock';
import type { Town } from '@teahouse/testbed';
import type { Dice } from '@teahouse/testbed/dice';
import type { Agenda } from './agenda.ts';
import type { Edge } from './edge.ts';
import type { Habits } from './habits.ts';
import type { Networking } from './network.ts';
import type { Reading } from './reading.ts';
import type { OrderWords } from './report.ts';
import type { Resident } from './resident.ts';

/** A thread as anyone can read it. */
export interface OpenThread {
  readonly id: string;
  readonly room: string;
  /** Ids of its posts; the one that opened it is the first. */
  readonly posts: string[];
  /** Slot in which it was opened. */
  readonly slot: string;
  readonly poll: boolean;
}

/** What was really so: never in the loot. */
export interface Truth {
  /** Post id → account id of its author. */
  readonly posts: Record<string, string>;
  /** Id of the act of a ballot → account of its person. */
  readonly ballots: Record<string, string>;
  /** Account → what strata of the permutation are made of: company, and whether it was there from the beginning. */
  readonly members: Record<string, { readonly company: string; readonly founder: boolean }>;
  /** Acts that were given up, by code. */
  readonly refused: Record<string, number>;
}

/** What a planted leak may do while the town lives. */
export interface Hooks {
  /** Right before a member says something. */
  beforePost?(who: Resident): Promise<void>;
  /** Right after a post was accepted. */
  afterPost?(who: Resident, post: string): Promise<void>;
  /** Right after a ballot was accepted, by the id of its act. */
  afterBallot?(who: Resident, act: string): Promise<void>;
  /** Right before a device looks into its inbox, searches and reads lists. */
  beforeReading?(who: Resident): Promise<void>;
  /** What people read beside what they say; as in life without it. */
  readonly reading?: Reading;
  /** What people do in the named half; as in life without it. */
  readonly networking?: Networking;
  /** Right before somebody goes through the named half. */
  beforeNamed?(who: Resident): Promise<void>;
  /** Right after somebody's notices were marked as seen. */
  afterNotices?(who: Resident): Promise<void>;
  /** Hears of each request to talk: path and query, as they reach the server. */
  asked?(path: string): Promise<void>;
  /** Votes with everything that is said, in a poll that every new thread has. */
  readonly votes?: boolean;
  /** Right after something was decided about a post of this author. */
  afterDecision?(author: Resident, post: string): Promise<void>;
  /** Milliseconds between the opening of the app and the first words; random minutes without it. */
  readonly haste?: number;
  /** Acts insisted upon: the outbox's pause is left out. */
  readonly insists?: boolean;
  /** Whoever answers answers what was said last. */
  readonly chains?: boolean;
  /** Every post goes to a thread in which its author hasn't spoken before. */
  readonly alwaysNew?: boolean;
}

/** A town with its own time. */
export type SimTown = Town & { readonly clock: FakeClock; readonly edge: Edge };

/** A town at work. */
export interface Stage {
  readonly town: SimTown;
  readonly dice: Dice;
  readonly agenda: Agenda;
  readonly habits: readonly Habits[];
  /** By place; one who has not joined yet is missing. */
  readonly residents: (Resident | undefined)[];
  /** Open threads by room, oldest first. */
  readonly threads: Map<string, OpenThread[]>;
  readonly truth: Truth;
  readonly hooks: Hooks;
  /** What is written where order is kept: undefined where nobody reports and there is no desk. */
  readonly order?: OrderWords | undefined;
  onPost: () => void;
}
