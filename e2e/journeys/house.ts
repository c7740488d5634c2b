import type { Browser } from 'playwright-core';
import type { Person } from '../lib/person.ts';
import type { Runner } from '../lib/runner.ts';

/** What the journeys of one run share. */
export interface Town {
  readonly origin: string;
  readonly browser: Browser;
  readonly runner: Runner;
  /** Sets this run's addresses apart from an earlier one's in the same house. */
  readonly tag: string;
}
export type { Person };

/** Filled in by one step for the next. */
export interface Story {
  phrase: string;
  room: string;
  thread: string;
  title: string;
  /** A's mask in the first thread, and in the second. */
  maskInFirst: string;
  maskInSecond: string;
  ownPosts: string[];
  /** Talk's checkpoint before anything was said, and the saved proof of the first post. */
  checkpoint: string;
  proof: string;
}
