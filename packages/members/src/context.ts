import { randomBytes } from 'node:crypto';
import type { Among, Crowd } from '@teahouse/kit/among';
import type { Challenges } from '@teahouse/kit/challenges';
import type { Clock } from '@teahouse/kit/clock';
import type { Logger } from '@teahouse/kit/log';
import type { LogBook } from '@teahouse/kit/log-book';
import type { SealedObjects } from '@teahouse/kit/objects/sealed';
import type { PasswordHasher } from '@teahouse/kit/password';
import type { Pool } from '@teahouse/kit/pool';
import type { Bbs, Rng } from '@teahouse/protocol';
import type { Endings } from './accounts/endings.ts';
import type { Presence } from './accounts/presence.ts';
import type { Background } from './background.ts';
import type { BadgeKeys } from './badges/keys.ts';
import type { Brakes } from './brakes.ts';
import type { MembersConfig } from './config.ts';
import type { LiveSettings } from './console/live-settings.ts';
import type { Outcomes } from './console/outcomes.ts';
import type { Guard } from './guard.ts';
import type { KeyRing } from './issuer/key.ts';
import type { Files } from './jobs/files.ts';
import type { CheckPdf } from './jobs/pdf.ts';
import type { Keys } from './keys.ts';
import type { Resolve } from './letters/resolver.ts';
import type { LinkPreviews } from './links/preview.ts';
import type { Mailer } from './mail/mailer.ts';
import type { NoticeStreams } from './notices/live.ts';
import type { PictureEncoder } from './pictures/encoder.ts';

/** What every feature is handed: nothing of it is global, so that two planes can live in one test process. */
export interface Context {
  readonly config: MembersConfig;
  readonly pool: Pool;
  /** For locks that outlast a transaction. */
  readonly session: Pool;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly log: Logger;
  readonly keys: Keys;
  readonly passwords: PasswordHasher;
  readonly mailer: Mailer;
  readonly guard: Guard;
  /** Sessions as this process has seen them; in memory only. */
  readonly presence: Presence;
  /** Sign-outs, for all processes. */
  readonly endings: Endings;
  /** The other processes of this plane. */
  readonly among: Among;
  readonly crowd: Crowd;
  /** Of passkeys. */
  readonly challenges: Challenges;
  readonly background: Background;
  readonly pictures: PictureEncoder;
  readonly links: LinkPreviews;
  readonly streams: NoticeStreams;
  /** Of applications, sealed on disk. */
  readonly files: Files;
  /** Where pictures are carried after a day; undefined where all stay in the database (decision 0038). */
  readonly objects: SealedObjects | undefined;
  readonly checkPdf: CheckPdf;
  readonly brakes: Brakes;
  /** What the operator may change while the house is open. */
  readonly settings: LiveSettings;
  /** How jobs went. */
  readonly outcomes: Outcomes;
  readonly bbs: Bbs;
  readonly issuerKeys: KeyRing;
  /** The issuer's log. */
  readonly book: LogBook;
  /** Name of the installation, part of contexts. */
  readonly instance: string;
  readonly badgeKeys: BadgeKeys;
  /** DNS, for the signatures of letters. */
  readonly resolve: Resolve;
  /** Asks for a batch soon, without waiting for it. */
  readonly requestBatch: () => void;
  /** Has posts and reactions that wait written into feeds, without waiting for it. */
  readonly requestSpread: () => void;
}

/** Randomness of the operating system. */
export const systemRng: Rng = (length) => new Uint8Array(randomBytes(length));
