import type { Eye } from '@teahouse/eye';
import type { Clock } from '@teahouse/kit/clock';
import type { Logger } from '@teahouse/kit/log';
import type { SealedObjects } from '@teahouse/kit/objects/sealed';
import type { Pool } from '@teahouse/kit/pool';
import type { Reads } from '@teahouse/kit/reads';
import type { TalkConfig } from './config.ts';
import type { TalkLog } from './log/service.ts';
import type { Looker } from './order/looker.ts';
import type { PictureChecker } from './pictures/checker.ts';
import type { PublicCache } from './public-cache.ts';
import type { RoomKeys } from './rooms/key.ts';
import type { RoomBook } from './rooms/service.ts';
import type { Live } from './threads/live.ts';
import type { TokenKeys } from './tokens/keys.ts';
import type { Verifier } from './verify/verifier.ts';
import type { IssuerWindow } from './window/service.ts';

/** What the features of this plane work with; made once, in app.ts. */
export interface TalkContext {
  readonly config: TalkConfig;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pool: Pool;
  /** Whether the tables lie on several machines (decision 0037). */
  readonly distributed: boolean;
  /** For what anybody may read: a replica, where there is one that has it. */
  readonly reads: Reads;
  readonly window: IssuerWindow;
  readonly talkLog: TalkLog;
  readonly rooms: RoomBook;
  readonly roomKeys: RoomKeys;
  readonly cache: PublicCache;
  readonly tokenKeys: TokenKeys;
  readonly verifier: Verifier;
  readonly pictures: PictureChecker;
  /** Where pictures are carried after a day; undefined where all stay in the database (decision 0038). */
  readonly objects: SealedObjects | undefined;
  readonly looker: Looker;
  readonly eye: Eye;
  readonly live: Live;
}
