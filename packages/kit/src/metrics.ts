import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { serveMetrics } from './metrics-listener.ts';
import type { Pool } from './pool.ts';

/**
 * Minutes between two states of the numbers. Whoever reads along every second would else know the second of each act, which
 * nothing else of this house tells (docs/threat-model.md): talk keeps nothing finer than this, so the numbers don't either.
 */
export const metricsStepMinutes = 5;

/** Seconds. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export interface MetricsOptions {
  /** Where they are to be read, `host:port` or a socket: a door of its own, which no front hands on. */
  listen: string;
  /** Names of routes that may be counted one by one; all others count as `other`. */
  routes: readonly string[];
  /** Told what went wrong with the listener, as the name of an event. */
  onTrouble: (event: string) => void;
  /** Milliseconds since 1970; the system's clock where it is not given. */
  now?: () => number;
}

/** Numbers of one process for Prometheus. No label and no value is of anybody. */
export interface Metrics {
  /** For `ServerOptions.onAnswered`. */
  answered(route: string, method: string, status: number, milliseconds: number): void;
  /** Counts how a piece of background work ended; `name` is out of a closed list. */
  ran(name: string, outcome: 'done' | 'failed'): void;
  /** A number that is asked for when the state is taken. */
  gauge(name: string, help: string, read: () => number): void;
  watchPool(pool: Pool): void;
  /** Takes the state now, as the clock does at each step. */
  take(): Promise<void>;
  /** The state, as Prometheus reads it. */
  text(): string;
  close(): Promise<void>;
}

/** Starts counting and listens. An address that is taken, as by a predecessor that leaves, is tried again. */
export async function startMetrics(options: MetricsOptions): Promise<Metrics> {
  const registry = new Registry();
  const registers = [registry];
  const known = new Set(options.routes);
  const requests = new Counter({
    name: 'teahouse_requests_total',
    help: 'Requests answered since the start, by route and class of status',
    labelNames: ['route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'teahouse_request_seconds',
    help: 'Seconds from a request to its answer',
    labelNames: ['route'],
    buckets: durations,
    registers,
  });
  const runs = new Counter({
    name: 'teahouse_background_runs_total',
    help: 'Pieces of work in the background since the start, by how they ended',
    labelNames: ['work', 'outcome'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  measureProcess(gauge);

  let state = '';
  const take = async () => {
    state = await registry.metrics();
  };
  await take();
  const stopClock = everyStep(options.now ?? Date.now, () => void take());
  const listener = serveMetrics(options.listen, registry.contentType, () => state, options.onTrouble);

  return {
    answered(route, method, status, milliseconds) {
      const name = known.has(route) ? nameOf(route, method) : route in vital ? route : 'other';
      requests.inc({ route: name, status: `${Math.floor(status / 100)}xx` });
      seconds.observe({ route: name }, milliseconds / 1000);
    },
    ran: (work, outcome) => runs.inc({ work, outcome }),
    gauge,
    watchPool(pool) {
      gauge(
        'teahouse_pool_in_use',
        'Connections to Postgres that work',
        () => pool.totalCount - pool.idleCount,
      );
      gauge('teahouse_pool_idle', 'Connections to Postgres that wait for work', () => pool.idleCount);
      gauge('teahouse_pool_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
    },
    take,
    text: () => state,
    async close() {
      stopClock();
      await listener.close();
    },
  };
}

const vital: Readonly<Record<string, true>> = { health: true, ready: true };

/** What is read is counted by its name; what is written counts together, as a report of one evening need not be told from a vote. */
const nameOf = (route: string, method: string) => (method === 'GET' || method === 'HEAD' ? route : 'write');

function measureProcess(gauge: Metrics['gauge']): void {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  gauge('teahouse_event_loop_lag_seconds', 'Longest delay of the event loop in the step', () => {
    const longest = lag.count === 0 ? 0 : lag.max / 1e9;
    lag.reset();
    return longest;
  });
  gauge('teahouse_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  gauge('teahouse_heap_bytes', 'Heap of JavaScript in use', () => process.memoryUsage().heapUsed);
  gauge('teahouse_cpu_seconds', 'Processor time since the start', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
}

/** Calls at each full step of the clock, not of the start: the times of all processes say the same. */
function everyStep(now: () => number, call: () => void): () => void {
  const step = metricsStepMinutes * 60_000;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(
      () => {
        call();
        wait();
      },
      step - (now() % step),
    ).unref();
  };
  wait();
  return () => clearTimeout(timer);
}
