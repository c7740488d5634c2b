/** Something that a member does at a moment. */
export interface Task {
  /** Milliseconds since 1970, on the town's clock. */
  readonly at: number;
  /** Place of the member, or -1 for the house itself, which acts alone. */
  readonly who: number;
  run(): Promise<void>;
}

/** A queue in order of time (a binary heap); of two at one moment the one that was put in first comes first. */
export interface Agenda {
  put(task: Task): void;
  next(): Task | undefined;
  peek(): Task | undefined;
}

export function createAgenda(): Agenda {
  const heap: { readonly task: Task; readonly order: number }[] = [];
  let order = 0;
  const before = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]] as [(typeof heap)[0], (typeof heap)[0]];
    return x.task.at < y.task.at || (x.task.at === y.task.at && x.order < y.order);
  };
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as (typeof heap)[0], heap[a] as (typeof heap)[0]];
  };
  return {
    peek: () => heap[0]?.task,
    put(task) {
      heap.push({ task, order: order++ });
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first?.task;
      heap[0] = last;
      for (let at = 0; ; ) {
        const children = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length);
        const least = children.reduce((best, child) => (before(child, best) ? child : best), at);
        if (least === at) return first.task;
        swap(at, least);
        at = least;
      }
    },
  };
}

/** At most so many at a time, and none further apart than this: what a server sees as one moment. */
const together = 6;
const near = 20_000;

/**
 * Does all that is put, in order of time, on a clock that it sets. Neighbours of different members run at once.
 * `afterHouse` is called when the house itself has done something.
 */
export async function follow(
  agenda: Agenda,
  clock: { set(moment: Date): void },
  afterHouse: () => void,
): Promise<void> {
  for (let first = agenda.next(); first; first = agenda.next()) {
    const group = [first];
    for (let more = agenda.peek(); more && fits(group, more); more = agenda.peek())
      group.push(agenda.next() as Task);
    clock.set(new Date((group.at(-1) as Task).at));
    await Promise.all(group.map((task) => task.run()));
    if (first.who < 0) afterHouse();
  }
}

const fits = (group: readonly Task[], more: Task) =>
  more.who >= 0 &&
  group.length < together &&
  more.at - (group[0] as Task).at < near &&
  group.every(({ who }) => who >= 0 && who !== more.who);
