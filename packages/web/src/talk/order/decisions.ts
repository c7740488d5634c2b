import type { Decision, DecisionAction, PostState } from '@teahouse/contract/talk';
import { talk } from '../read/api.ts';
import { createReading, createReadings } from '../read/reading.ts';
import { whenDropped } from '../read/readings.ts';

/** Which decisions explain that a post is not shown. */
const reasonsFor: Readonly<Record<Exclude<PostState, 'shown'>, readonly DecisionAction[]>> = {
  held: ['hold'],
  hidden: ['hide'],
  removed: ['remove', 'ban-picture'],
};

/** The decision for which a post is not shown, of those about its thread; undefined where none is public yet. */
export function reasonOf(
  post: string,
  state: PostState,
  decisions: readonly Decision[],
): Decision | undefined {
  if (state === 'shown') return undefined;
  return decisions.find(
    (one) => one.post === post && reasonsFor[state].includes(one.action) && one.appeal !== 'granted',
  );
}

const readings = createReadings((key) => {
  const [room = '', thread = ''] = key.split('/');
  return createReading({
    read: async () => (await talk.decisions({ query: { room, thread } })).decisions,
    fresh: 60_000,
  });
});
whenDropped((room) => readings.drop((key) => key.startsWith(`${room}/`)));

/** The public decisions about a thread, the newest. Whoever asks has just read the thread: it tells nothing more. */
export const decisionsAbout = (where: { readonly room: string; readonly thread: string }) =>
  readings(`${where.room}/${where.thread}`);
