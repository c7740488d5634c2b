import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { planeFolders, planes, type Settings } from '../config.ts';
import { say } from '../say.ts';
import { logFindings } from './doctor-logs.ts';
import { objectFindings } from './doctor-objects.ts';
import { proxyFindingsOf } from './doctor-proxy.ts';
import { scannerFindings } from './doctor-scanner.ts';

interface Finding {
  readonly ok: boolean;
  readonly words: string;
}

const NEEDED_DISK = 1_000_000_000;

/** `teahouse doctor`: looks at what the program needs from this machine. Returns 1 when something would not work. */
export async function doctor(settings: Settings): Promise<number> {
  const findings = [
    node(),
    built(settings),
    dataFolder(settings),
    disk(settings),
    ...secrets(settings),
    ...(await logFindings(settings)),
    ...(await scannerFindings(settings)),
    ...objectFindings(settings.environment),
    ...proxyFindingsOf(settings),
    await port(settings),
  ];
  for (const { ok, words } of findings) say(`${ok ? 'ok  ' : 'BAD '} ${words}`);
  return findings.every((finding) => finding.ok) ? 0 : 1;
}

const node = (): Finding => ({
  ok: true,
  words: `Node ${process.versions.node} on ${process.platform}-${process.arch}`,
});

function built(settings: Settings): Finding {
  const wanted = ['dist/members/main.mjs', 'dist/talk/main.mjs', 'packages/web/dist/index.html'];
  const missing = wanted.filter((file) => !existsSync(path.join(settings.root, file)));
  return missing.length === 0
    ? { ok: true, words: 'everything is built' }
    : { ok: false, words: `not built: ${missing.join(', ')} (npm run build)` };
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(path.dirname(folder)));

function dataFolder({ data }: Settings): Finding {
  try {
    accessSync(nearest(data), constants.W_OK);
    return { ok: true, words: `data folder ${data} can be written` };
  } catch {
    return { ok: false, words: `data folder ${data} can't be written by this user` };
  }
}

function disk({ data }: Settings): Finding {
  const { bavail, bsize } = statfsSync(nearest(data));
  const free = bavail * bsize;
  return {
    ok: free > NEEDED_DISK,
    words: `${(free / 1e9).toFixed(1)} GB free where the data lies (1 GB is needed)`,
  };
}

/** Keys that other accounts of the machine can read are no secrets. */
function secrets(settings: Settings): Finding[] {
  return planes.flatMap((plane) => {
    const folder = planeFolders(settings, plane).secrets;
    if (!existsSync(folder)) return [];
    const open = (statSync(folder).mode & 0o077) !== 0;
    return [
      {
        ok: !open,
        words: open ? `${folder} is open to others: chmod 700 it` : `secrets of ${plane} are private`,
      },
    ];
  });
}

function port({ host, port: wanted }: Settings): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () =>
        resolve({ ok: true, words: `port ${wanted} is in use: Teahouse runs, or takes the next` }),
      )
      .listen(wanted, host, () => probe.close(() => resolve({ ok: true, words: `port ${wanted} is free` })));
  });
}
