import { enRooms } from './en-rooms.ts';
import { enSquare } from './en-square.ts';
import { enTopics } from './en-topics.ts';
import { rollCall } from './roll-call.ts';
import type { TownThread } from './types.ts';
import { zhRooms } from './zh-rooms.ts';
import { zhSquare } from './zh-square.ts';
import { zhTopics } from './zh-topics.ts';

export * from './companies.ts';
export type * from './types.ts';

/** Every thread of the town. */
export const threads: readonly TownThread[] = [
  rollCall,
  ...zhSquare,
  ...zhTopics,
  ...zhRooms,
  ...enSquare,
  ...enTopics,
  ...enRooms,
];
