import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type PlaneName, planeFolders, planes, type Settings } from '../config.ts';
import { backupFindings } from '../doctor/backups.ts';
import { clockFindings, ntpFinding, ntpState, readHttpClock } from '../doctor/clocks.ts';
import { databaseFindings } from '../doctor/databases.ts';
import { diskFindings, diskOf, isOnNetwork, nearest } from '../doctor/disks.ts';
import { bad, type Finding, good } from '../doctor/finding.ts';
import { flushFinding, timeOfFlush } from '../doctor/flush.ts';
import { memoryFacts, memoryFindings } from '../doctor/memory.ts';
import { originFindings } from '../doctor/origins.ts';
import { secretFindings } from '../doctor/secrets.ts';
import { sharingFinding, trySharing } from '../doctor/shared.ts';
import { OperatorError } from '../operator-error.ts';
import { say } from '../say.ts';
import { checkPlaneSettings } from '../settings/planes.ts';
import { logFindings } from './doctor-logs.ts';
import { objectFindings } from './doctor-objects.ts';
import { proxyFindingsOf } from './doctor-proxy.ts';
import { scannerFindings } from './doctor-scanner.ts';

/**
 * `teahouse doctor [--json]`: looks at what the program needs, each finding with what to do about it. Returns 1 when something
 * would not work or not last; warnings alone leave it at 0.
 */
export async function doctor(settings: Settings, args: readonly string[] = []): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  if (positionals.length > 0) throw new OperatorError('teahouse doctor [--json]');
  const findings = await allFindings(settings);
  if (values.json) process.stdout.write(`${JSON.stringify(findings.map(presented), null, 1)}\n`);
  else for (const one of findings) say(`${marks[levelOf(one)]} ${one.words}`);
  return findings.every(({ ok, isWarning }) => ok || isWarning) ? 0 : 1;
}

const marks = { ok: 'ok  ', warning: 'WARN', bad: 'BAD ' } as const;
const levelOf = ({ ok, isWarning }: Finding) => (ok ? 'ok' : isWarning ? 'warning' : 'bad');
const presented = (finding: Finding) => ({ level: levelOf(finding), words: finding.words });

async function allFindings(settings: Settings): Promise<Finding[]> {
  return [
    good(`Node ${process.versions.node} on ${process.platform}-${process.arch}`),
    built(settings),
    await settingsFinding(settings),
    dataFolder(settings),
    ...folderFindings(settings),
    ...secretFindings(settings),
    ...memoryFindings(memoryFacts()),
    ntpFinding(await ntpState()),
    ...(await databaseFindings(settings)),
    ...(await processFindings(settings)),
    ...(await logFindings(settings)),
    ...backupFindings(settings, new Date()),
    ...(await scannerFindings(settings)),
    ...(await originFindings(settings)),
    ...objectFindings(settings.environment),
    ...proxyFindingsOf(settings),
    await port(settings),
  ];
}

/** What the planes themselves say about their settings. */
async function settingsFinding(settings: Settings): Promise<Finding> {
  try {
    await checkPlaneSettings(settings);
    return good('the settings are in order');
  } catch (error) {
    return bad(`${(error as Error).message} (teahouse config)`);
  }
}

function built(settings: Settings): Finding {
  const wanted = ['dist/members/main.mjs', 'dist/talk/main.mjs', 'packages/web/dist/index.html'];
  const missing = wanted.filter((file) => !existsSync(path.join(settings.root, file)));
  return missing.length === 0
    ? good('everything is built')
    : bad(`not built: ${missing.join(', ')} (npm run build)`);
}

function dataFolder({ data }: Settings): Finding {
  try {
    accessSync(nearest(data), constants.W_OK);
    return good(`data folder ${data} can be written`);
  } catch {
    return bad(`data folder ${data} can't be written by this user: chown it, or set TEAHOUSE_DATA`);
  }
}

/** Room, kind and honesty of the disks; one finding where several folders lie on one. */
function folderFindings(settings: Settings): Finding[] {
  const disks = [diskOf('the data', settings.data), ...planes.flatMap((plane) => disksOf(settings, plane))];
  const shared = [...new Set(planes.map((plane) => planeFolders(settings, plane).publicLog))];
  const tried = [settings.data, ...shared.filter((folder) => isOnNetwork(diskOf('a log', folder)))];
  try {
    return [
      ...diskFindings(disks),
      flushFinding(settings.data, timeOfFlush(settings.data)),
      ...tried.map((folder) => sharingFinding(folder, trySharing(folder))),
    ];
  } catch (error) {
    return [...diskFindings(disks), bad(`nothing can be written there: ${(error as Error).message}`)];
  }
}

function disksOf(settings: Settings, plane: PlaneName) {
  const { database, secrets, publicLog } = planeFolders(settings, plane);
  const own = settings.databaseUrl[plane] !== undefined;
  const all = [
    ...(own ? [] : [diskOf(`the database of ${plane}`, database, true)]),
    ...[secrets, publicLog].map((folder) => diskOf(`keys and log of ${plane}`, folder)),
  ];
  return all.filter((disk, index) => index === 0 || disk.kind !== all[0]?.kind);
}

/** The clocks of the planes that run, by what they answer. */
async function processFindings({ data, environment }: Settings): Promise<Finding[]> {
  const local = localOrigin(data);
  const issuer = environment.TEAHOUSE_TALK_ISSUER_URL;
  const readings = await Promise.all([
    ...(local
      ? planes.map((plane) => readHttpClock(`the process of ${plane}`, `${local}/api/${plane}/health`))
      : []),
    ...(issuer?.startsWith('http') ? [readHttpClock('the issuer', `${issuer}/public/issuer`)] : []),
  ]);
  return clockFindings(readings.filter((reading) => reading !== undefined));
}

function localOrigin(data: string): string | undefined {
  try {
    const { local } = JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8'));
    return typeof local === 'string' ? local : undefined;
  } catch {
    return undefined;
  }
}

function port({ host, port: wanted }: Settings): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(good(`port ${wanted} is in use: Teahouse runs, or takes the next`)))
      .listen(wanted, host, () => probe.close(() => resolve(good(`port ${wanted} is free`))));
  });
}
