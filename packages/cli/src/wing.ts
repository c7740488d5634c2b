import path from 'node:path';
import { longestStop } from '@teahouse/kit/serve';
import { type PlaneName, planeFolders, type Settings } from './config.ts';
import type { Front } from './front/server.ts';
import type { Targets } from './front/targets.ts';
import type { ListenPlaces } from './listen-place.ts';
import { type Plane, startPlane } from './plane.ts';
import { type PlaneSurroundings, planeEnvironment } from './plane-env.ts';

export interface WingOptions {
  readonly settings: Settings;
  readonly name: PlaneName;
  readonly places: ListenPlaces;
  /** What the processes are told, but for where each listens. */
  readonly surroundings: () => Omit<PlaneSurroundings, 'listen' | 'index'>;
  /** What stands in front of them in this program; absent where a proxy of the operator does. */
  readonly front?: { readonly targets: Targets; readonly endIdle: Front['endIdle'] };
  readonly onTrouble: (words: string) => void;
  readonly onGivenUp: (error: Error) => void;
}

/** All processes of one plane on this machine. */
export interface Wing {
  /** Opens the first, which migrates the database and makes the keys, and then the others. Throws PlaneError. */
  open(): Promise<void>;
  /**
   * Replaces them one after the other, with the bundle and the settings as they are now; at any moment all but one serve, or
   * all. Throws PlaneError where a new one does not come up: the rest stays as it is.
   */
  replaceAll(): Promise<void>;
  pids(): number[];
  stop(): Promise<void>;
}

interface Seat {
  readonly index: number;
  generation: number;
  listen: string;
  plane: Plane | undefined;
}

export function createWing(options: WingOptions): Wing {
  const { settings, name, places, front } = options;
  const { targets } = front ?? {};
  const dist = path.join(settings.root, 'dist');
  const seats: Seat[] = Array.from({ length: settings.processes[name] }, (_, index) => ({
    ...{ index, generation: 0, listen: places.at(index, 0), plane: undefined },
  }));
  let stopping = false;

  const leave = (listen: string) => {
    targets?.leaves(listen, 'welcome');
    front?.endIdle(name, listen);
  };

  async function start({ index }: Seat, listen: string): Promise<Plane> {
    const surroundings = () => ({ ...options.surroundings(), listen, index });
    const plane = await startPlane({
      ...{ name, index },
      main: path.join(dist, name, 'main.mjs'),
      lifeline: path.join(dist, 'cli/lifeline.mjs'),
      environment: () => planeEnvironment(settings, name, surroundings()),
      log: planeFolders(settings, name).log,
      socket: listen.includes('/') ? listen : undefined,
      onLeaving: () => leave(listen),
      onBack: () => targets?.welcome(listen),
      patience: longestStop(front ? 0 : settings.drainSeconds),
      onTrouble: options.onTrouble,
      onGivenUp: options.onGivenUp,
    });
    if (stopping) await plane.stop();
    return plane;
  }

  async function replace(seat: Seat): Promise<void> {
    const { plane: before, listen: old } = seat;
    if (!places.canStandBeside) {
      leave(old);
      await before?.stop();
      seat.plane = await start(seat, old);
      targets?.welcome(old);
      return;
    }
    seat.generation += 1;
    const listen = places.at(seat.index, seat.generation);
    seat.plane = await start(seat, listen);
    seat.listen = listen;
    targets?.welcome(listen);
    targets?.drop(old);
    front?.endIdle(name, old);
    await before?.stop();
  }

  return {
    async open() {
      const [first, ...others] = seats;
      const openSeat = async (seat: Seat) => {
        seat.plane = await start(seat, seat.listen);
      };
      if (first) await openSeat(first);
      if (!stopping) await Promise.all(others.map(openSeat));
    },
    async replaceAll() {
      for (const seat of seats) if (!stopping) await replace(seat);
    },
    pids: () => seats.flatMap(({ plane }) => plane?.pid() ?? []),
    async stop() {
      stopping = true;
      await Promise.all(seats.map(({ plane }) => plane?.stop()));
    },
  };
}
