import type { BulkNotices } from '@teahouse/contract/talk';
import type { TalkCaller } from '../call.ts';
import { daysToRead, lastSettled } from '../inbox/days.ts';
import { createCell, type Observable } from '../observable.ts';
import type { Store } from '../store.ts';
import type { Aliases } from '../talk/aliases.ts';
import type { RoomKeys } from '../talk/room-keys.ts';

/** What was decided about a post, as the public files of a day tell it. */
export type Notice = BulkNotices['notices'][number];
/** One about a post of one's own. */
export interface OwnNotice extends Notice {
  readonly read: boolean;
}
export interface NoticesSnapshot {
  /** Newest day first. */
  readonly notices: readonly OwnNotice[];
  readonly unread: number;
}

/** What moderators decided about own posts, found on the device in public files: nobody is asked. protocol.md 5. */
export interface Notices extends Observable<NoticesSnapshot> {
  /** Reads the files of the days since the last look. Throws what the calls throw. */
  look(): Promise<void>;
  /** These are read, by the ids of their decisions. */
  read(decisions: readonly string[]): Promise<void>;
  /** The next look goes back as far as the first one: other own threads have come to be known. */
  lookAfresh(): Promise<void>;
  /** Reads the Store anew. */
  reload(): Promise<void>;
}

interface NoticesState {
  /** By room, '' for all public ones: the last day that was read after it had ended. */
  readonly done: Readonly<Record<string, string>>;
  /** Oldest first; bounded. */
  readonly notices: readonly OwnNotice[];
}

interface NoticesDeps {
  readonly store: Store;
  /** Opens no room by itself. */
  readonly talk: TalkCaller;
  readonly aliases: Aliases;
  readonly rooms: Pick<RoomKeys, 'snapshot'>;
  readonly clock: { now(): Date };
  readonly exclusive: <T>(task: () => Promise<T>) => Promise<T>;
}

const key = 'notices';
const most = 200;
/** Pages of one look at one set of files. */
const mostPages = 60;
const nothing: NoticesState = { done: {}, notices: [] };

/** With what a look found; what was known already keeps whether it was read, and gets what became of its appeal. */
function withFound({ notices, done }: NoticesState, found: readonly Notice[]): NoticesState {
  const known = new Map(notices.map((notice) => [notice.id, notice]));
  for (const notice of found) known.set(notice.id, { ...notice, read: known.get(notice.id)?.read ?? false });
  const sorted = [...known.values()].sort((a, b) => a.day.localeCompare(b.day));
  return { done, notices: sorted.slice(-most) };
}

export async function createNotices(deps: NoticesDeps): Promise<Notices> {
  const { store, talk, aliases, rooms, clock, exclusive } = deps;
  let state = nothing;
  const shown = (): NoticesSnapshot => ({
    notices: [...state.notices].reverse(),
    unread: state.notices.filter(({ read }) => !read).length,
  });
  const cell = createCell(shown());

  const stored = async () => ((await store.get(key)) as NoticesState | undefined) ?? nothing;
  async function reload(): Promise<void> {
    state = await stored();
    cell.set(shown());
  }
  async function change(make: (state: NoticesState) => NoticesState): Promise<void> {
    await exclusive(async () => {
      state = make(await stored());
      await store.set(key, state);
    });
    cell.set(shown());
  }

  /** Which requests are made follows from `done` and from the files, never from what this person said. */
  async function readRoom(room: string): Promise<Notice[]> {
    const found: Notice[] = [];
    let pages = 0;
    for (const day of daysToRead(state.done[room], clock.now())) {
      for (let after: string | null | undefined; after !== null && pages < mostPages; pages++) {
        const query = after === undefined ? { day } : { day, after };
        const page: { notices: Notice[]; next: string | null } =
          room === ''
            ? await talk.bulkNotices({ query })
            : await talk.roomNotices({ params: { room }, query });
        found.push(...page.notices);
        after = page.next;
      }
    }
    return found;
  }
  /** Those about posts of own aliases. */
  async function ownOf(notices: readonly Notice[]): Promise<Notice[]> {
    const own = new Set((await aliases.threads()).map(({ thread }) => thread));
    const inOwn = notices.filter(({ thread }) => own.has(thread));
    const mine = await Promise.all(
      inOwn.map(async ({ thread, pseudonym }) => (await aliases.known(thread))?.pseudonym === pseudonym),
    );
    return inOwn.filter((_, i) => mine[i]);
  }

  await reload();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    reload,
    async look() {
      await reload();
      const read = new Map<string, Notice[]>();
      // Rooms that were not entered today are left alone: that would take a presentation.
      for (const room of ['', ...rooms.snapshot().entered]) read.set(room, await readRoom(room));
      const found = await ownOf([...read.values()].flat());
      const settled = lastSettled(clock.now());
      const done = Object.fromEntries([...read.keys()].map((room) => [room, settled]));
      await change((before) => ({ ...withFound(before, found), done: { ...before.done, ...done } }));
    },
    read: (decisions) =>
      change((before) => ({
        ...before,
        notices: before.notices.map((one) => (decisions.includes(one.id) ? { ...one, read: true } : one)),
      })),
    lookAfresh: () => change((before) => ({ ...before, done: {} })),
  };
}
