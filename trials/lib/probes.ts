import { createCaller } from './http.ts';

/** One question from beside, and what came of it. */
export interface ProbeAnswer {
  readonly path: string;
  /** 0 where the connection broke without an answer. */
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly seconds: number;
}

/** Somebody beside the trouble who keeps asking and notes how it is answered. */
export interface Probes {
  readonly answers: readonly ProbeAnswer[];
  /** Resolves when the last question is answered. */
  stop(): Promise<void>;
}

const everyPlane = [
  '/api/talk/threads',
  '/api/talk/health',
  '/api/members/companies?q=star',
  '/api/members/health',
] as const;
const EVERY_MS = 250;

/** Asks each path four times a second, whether or not the one before was answered. */
export function startProbes(origin: string, paths: readonly string[] = everyPlane): Probes {
  const answers: ProbeAnswer[] = [];
  const caller = createCaller(() => origin, 1_000);
  const underWay = new Set<Promise<void>>();

  async function ask(path: string): Promise<void> {
    const began = performance.now();
    const answer = await caller.call('GET', path).catch(() => undefined);
    const seconds = (performance.now() - began) / 1000;
    answers.push({ path, status: answer?.status ?? 0, retryAfter: answer?.headers['retry-after'], seconds });
  }
  const timer = setInterval(() => {
    for (const path of paths) {
      const asked = ask(path).finally(() => underWay.delete(asked));
      underWay.add(asked);
    }
  }, EVERY_MS);
  return {
    answers,
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      caller.close();
    },
  };
}
