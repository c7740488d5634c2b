import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { type Figure, told } from '../bench/figures.ts';
import { createCaller } from './lib/http.ts';
import { leftover } from './lib/leftovers.ts';
import { makeStage } from './lib/stage.ts';
import { exactly, type TrialOptions } from './lib/trial.ts';

const root = path.dirname(import.meta.dirname);
const heading = '## From one machine to two';
/** Milliseconds that one command may take. */
const PATIENCE = 300_000;

interface Block {
  /** Runs on, while the walk goes on. */
  readonly isStart: boolean;
  readonly text: string;
}

/** The blocks of the walk, as the document shows them: those marked `sh` and `sh start`. */
function blocksOf(document: string): Block[] {
  const from = document.indexOf(heading);
  const to = document.indexOf('\n## ', from + heading.length);
  const section = document.slice(from, to === -1 ? undefined : to);
  return [...section.matchAll(/^```sh( start)?\n(.*?)^```$/gms)].map(([, start, text = '']) => ({
    isStart: start !== undefined,
    text,
  }));
}

/** What a shell said, and what came of it: `open` where it runs on and serves. */
interface Ran {
  readonly outcome: 'done' | 'open' | 'failed';
  readonly said: string;
}

function run({ isStart, text }: Block, env: NodeJS.ProcessEnv, started: ChildProcess[]): Promise<Ran> {
  const child = spawn('sh', ['-ec', text], { cwd: root, env, detached: true });
  if (isStart) started.push(child);
  let said = '';
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ outcome: 'failed', said: `${said} (took too long)` }), PATIENCE);
    const end = (outcome: Ran['outcome']) => {
      clearTimeout(late);
      resolve({ outcome, said });
    };
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (isStart && / is open after /.test(said)) end('open');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => end(code === 0 && !isStart ? 'done' : 'failed'));
  });
}

async function freePort(wanted = 0): Promise<number> {
  const probe = createServer().listen(wanted, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The first of two free ports that follow each other. */
async function twoFreePorts(): Promise<number> {
  for (;;) {
    const first = await freePort();
    if (await freePort(first + 1).catch(() => 0)) return first;
  }
}

/** Ends what a walk started, the last first, and waits for it. */
async function stopAll(started: readonly ChildProcess[]): Promise<void> {
  for (const child of [...started].reverse()) {
    if (child.exitCode !== null || child.pid === undefined) continue;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

/** docs/operations.md, "From one machine to two", run as it stands there, on a town with people in it. */
export async function walk({ say }: TrialOptions): Promise<Figure[]> {
  const stage = await makeStage();
  const folder = mkdtempSync(path.join(tmpdir(), 'tea-walk-'));
  const remove = leftover(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const clusters = await Promise.all(
    ['members', 'talk'].map((name) => startEmbeddedPostgres({ dir: path.join(folder, 'own', name), name })),
  );
  const started: ChildProcess[] = [];
  const [members, talk, web] = [await freePort(), await twoFreePorts(), await freePort()];
  const site = `http://127.0.0.1:${web}`;
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEAHOUSE_'));
  const env = {
    ...Object.fromEntries(kept),
    ...{ ONE: stage.data, TWO: path.join(folder, 'two'), BACKUPS: path.join(folder, 'backups') },
    ...{ MEMBERS_URL: clusters[0]?.url, TALK_URL: clusters[1]?.url },
    ...{ SITE: site, MAIL: 'smtp://127.0.0.1:9', AT_WEB: String(web) },
    ...{ AT_MEMBERS: `127.0.0.1:${members}`, TWO_IP: '127.0.0.1' },
    ...{ AT_TALK: `127.0.0.1:${talk}`, AT_TALK_2: `127.0.0.1:${talk + 1}` },
  };
  const caller = createCaller(() => site, 2);
  try {
    mkdirSync(path.join(folder, 'backups'));
    const blocks = blocksOf(readFileSync(path.join(root, 'docs/operations.md'), 'utf8'));
    let broken = '';
    let steps = 0;
    for (const block of blocks) {
      say(block.text.trim().split('\n')[0]?.slice(0, 100) ?? '');
      const { outcome, said } = await run(block, env, started);
      if (outcome === 'failed') {
        broken = `${block.text.trim()}: ${said.trim().split('\n').slice(-3).join(' ')}`;
        break;
      }
      steps += 1;
    }
    const answers = await Promise.all(
      ['/api/talk/info', '/api/members/health', '/'].map((page) =>
        caller.call('GET', page).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
    return [
      told('trials.walk.steps', steps, 'blocks', `of ${blocks.length} in docs/operations.md`),
      exactly('trials.walk.broken', blocks.length - steps, 'blocks', 0, broken),
      exactly(
        'trials.walk.unserved',
        answers.filter((status) => status !== 200).length,
        'pages',
        0,
        answers.join(', '),
      ),
    ];
  } finally {
    caller.close();
    await stopAll(started);
    await Promise.all(clusters.map((cluster) => cluster.stop()));
    remove();
    stage.remove();
  }
}
