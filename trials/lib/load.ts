import { setTimeout as sleep } from 'node:timers/promises';
import { toBase64url } from '@teahouse/protocol';
import { createDice } from '@teahouse/testbed/dice';
import { type Answer, type Caller, createCaller } from './http.ts';
import { type Ledger, newLedger } from './ledger.ts';
import type { PlaneName } from './parts.ts';
import { type Speaker, type Written, writeDelete, writeEdit, writeReply, writeThread } from './speaker.ts';
import type { Account, Stage } from './stage.ts';
import { until } from './trial.ts';

/** People who write as fast as they are answered. */
export interface Load {
  readonly ledger: Ledger;
  /** Seconds from `since` to the first 200 for something sent after it. Throws when none comes in a minute. */
  recovered(plane: PlaneName, since: number): Promise<number>;
  /** Resolves when all have their last answer. */
  stop(): Promise<void>;
}

const room = 'square';
/** What is sent into a house that was just hit may still be answered by what has not noticed yet (ms). */
const AFTERMATH = 200;
const RECOVERY_LIMIT = 60_000;
const RETRY_PAUSE = 50;

/**
 * Starts it: everyone of the stage opens threads, replies, edits and takes back, and signs in and out of members. What
 * got no 200 is sent again, byte for byte, until it gets one: the way the client's outbox does (protocol.md 4).
 */
export function startLoad(stage: Stage, origin: () => string, seed = 1): Load {
  const ledger = newLedger();
  const caller = createCaller(origin, stage.speakers.length + stage.accounts.length);
  const run: Run = { stopping: false, giveUpAt: Number.POSITIVE_INFINITY };
  const ways = { caller, ledger, run, random: createDice(seed).next };
  const threads: Written[] = [];
  const speaking = stage.speakers.map((speaker) => speak(speaker, threads, ways));
  const signing = stage.accounts.slice(0, 2).map((account) => signOutElsewhere(account, ways));
  const all = Promise.all([...speaking, ...signing]);
  all.catch(() => {}); // told by `stop`
  return {
    ledger,
    async recovered(plane, since) {
      const back = await until(`${plane} back`, RECOVERY_LIMIT, () =>
        ledger.successes[plane].find(({ sent }) => sent > since + AFTERMATH),
      );
      return (back.answered - since) / 1000;
    },
    async stop() {
      run.stopping = true;
      run.giveUpAt = performance.now() + RECOVERY_LIMIT;
      await all.finally(() => caller.close());
    },
  };
}

interface Run {
  stopping: boolean;
  /** When whoever still has no answer stops asking (ms of `performance.now()`). */
  giveUpAt: number;
}

interface Ways {
  readonly caller: Caller;
  readonly ledger: Ledger;
  readonly run: Run;
  readonly random: () => number;
}

/** Sends until it is answered with a 2xx; undefined when the answer was a refusal, which is noted as unexpected. */
async function insist(
  { caller, ledger, run }: Ways,
  plane: PlaneName,
  what: string,
  ...request: Parameters<Caller['call']>
): Promise<Answer | undefined> {
  for (;;) {
    const sent = performance.now();
    const answer = await caller.call(...request).catch(() => undefined);
    ledger.slowest = Math.max(ledger.slowest, (performance.now() - sent) / 1000);
    if (answer && answer.status >= 200 && answer.status < 300) {
      ledger.successes[plane].push({ sent, answered: performance.now() });
      return answer;
    }
    const mayRetry = answer?.status === 503 && answer.headers['retry-after'] !== undefined;
    if (performance.now() > run.giveUpAt) {
      ledger.unexpected.push(`${what}: never answered`);
      return undefined;
    }
    if (answer && !mayRetry) {
      ledger.unexpected.push(`${what}: ${answer.status} ${answer.code}`);
      return undefined;
    }
    if (answer) ledger.refusals.set(answer.code, (ledger.refusals.get(answer.code) ?? 0) + 1);
    ledger.retries += 1;
    await sleep(RETRY_PAUSE);
  }
}

async function say(ways: Ways, kind: 'thread' | 'reply' | 'edit' | 'delete', act: Written): Promise<boolean> {
  const path = `/api/talk/rooms/${room}/acts`;
  const answer = await insist(ways, 'talk', kind, 'POST', path, act.envelope);
  if (answer) ways.ledger.talk.push({ kind, id: toBase64url(act.id) });
  return answer !== undefined;
}

/** One speaker's day: a thread, an answer to somebody, a second thought, now and then nothing of it. */
async function speak(speaker: Speaker, threads: Written[], ways: Ways): Promise<void> {
  const entered = new Set<string>();
  while (!ways.run.stopping) {
    if (threads.length === 0 || ways.random() < 0.25) {
      const opened = await writeThread(speaker, { room, title: 'A trial', text: words(ways.random()) });
      if (!(await say(ways, 'thread', opened))) continue;
      threads.push(opened);
      entered.add(toBase64url(opened.thread));
      continue;
    }
    const { thread, id: target } = threads[Math.floor(ways.random() * threads.length)]!;
    const key = toBase64url(thread);
    const enterAs = entered.has(key) ? undefined : 'alias';
    const reply = await writeReply(speaker, { room, thread, target, text: words(ways.random()), enterAs });
    if (!(await say(ways, 'reply', reply))) continue;
    entered.add(key);
    await reconsider(speaker, reply, ways);
  }
}

async function reconsider(speaker: Speaker, reply: Written, ways: Ways): Promise<void> {
  const own = { room, thread: reply.thread, target: reply.id };
  let prev = reply.id;
  if (ways.random() < 0.3) {
    const edit = await writeEdit(speaker, { ...own, prev }, words(ways.random()));
    if (!(await say(ways, 'edit', edit))) return;
    prev = edit.id;
  }
  if (ways.random() < 0.1) await say(ways, 'delete', await writeDelete(speaker, { ...own, prev }));
}

/** From one word to several kilobytes, so that pages, TOAST and WAL all have their share. */
const words = (part: number): string => '茶 tea '.repeat(1 + Math.floor(part ** 4 * 900)).trim();

const ours = { 'x-teahouse': '1' };

/** Signs in twice and has the other device signed out: what members writes, and acknowledges, under load. */
async function signOutElsewhere({ email, password }: Account, ways: Ways): Promise<void> {
  const body = { email, password };
  const signIn = async () =>
    sessionOf(await insist(ways, 'members', 'sign-in', 'POST', '/api/members/session', body, ours));
  while (!ways.run.stopping) {
    const cookie = await signIn();
    const other = await signIn();
    if (cookie === undefined || other === undefined) continue;
    if (await endOthers(ways, cookie)) ways.ledger.members.push({ cookie: other });
  }
}

/** Where the answer was lost, the second try is refused, as its own cookie is of before: that is its proof. */
async function endOthers(ways: Ways, cookie: string): Promise<boolean> {
  const before = ways.ledger.unexpected.length;
  const headers = { ...ours, cookie };
  const answer = await insist(
    ways,
    'members',
    'others',
    'DELETE',
    '/api/members/sessions',
    undefined,
    headers,
  );
  const said = ways.ledger.unexpected.splice(before);
  const isProof = said.includes('others: 401 signed-out');
  ways.ledger.unexpected.push(...said.filter((one) => one !== 'others: 401 signed-out'));
  return answer !== undefined || isProof;
}

function sessionOf(answer: Answer | undefined): string | undefined {
  const lines = answer?.headers['set-cookie'] ?? [];
  return lines.map((line) => line.split(';', 1)[0]).find((pair) => pair?.startsWith('teahouse_session='));
}

/** How many devices are signed in that were acknowledged to be signed out. */
export async function lostSessions(ledger: Ledger, origin: string): Promise<number> {
  const caller = createCaller(() => origin, 8);
  try {
    const answers = await Promise.all(
      ledger.members.map(async ({ cookie }) => {
        const { status } = await caller.call('GET', '/api/members/me', undefined, { cookie });
        return status === 401;
      }),
    );
    return answers.filter((isOut) => !isOut).length;
  } finally {
    caller.close();
  }
}
