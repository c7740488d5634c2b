import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@teahouse/kit/migrate';
import { openSecrets } from '@teahouse/kit/secrets';
import { type PlaneName, planeFolders, type Settings } from '../config.ts';
import { startDatabase } from '../database.ts';
import { inPool } from '../operator-database.ts';
import { OperatorError } from '../operator-error.ts';
import { newestLog } from './choose-log.ts';
import { unpacked } from './files.ts';
import { isEmptyDatabase, knownMigrations, load } from './load.ts';
import { filesOfLog } from './log-copy.ts';
import { LOG, type Manifest } from './manifest.ts';
import { migrationsOf, stageOf } from './places.ts';
import { filesBelow, isOfBefore } from './secrets.ts';
import { tellTalk } from './tell-talk.ts';

export interface RestoreOptions {
  /** Puts what is there aside (folders) or removes it (a database by URL). */
  readonly replace: boolean;
  /** Secret keys of age. */
  readonly identities: readonly string[];
  /** A copy of the public log that may be newer than the backup's. */
  readonly log: string | undefined;
}

export interface PutBack {
  /** Where the plane went that was there before. */
  readonly aside: string | undefined;
  /** Entries of the log that is there now. */
  readonly logSize: number | undefined;
  /** Migrations that are newer than the backup. */
  readonly migrated: readonly string[];
  /** A restore that was cut short had been begun here before. */
  readonly again: boolean;
}

/**
 * Puts a backup whose files were checked in the place of its plane, while nothing runs there. All is made in a folder beside
 * and put in place in the end: one that is cut short leaves what was there, and is begun again. Throws OperatorError.
 */
export async function putBack(
  settings: Settings,
  backup: string,
  manifest: Manifest,
  options: RestoreOptions,
): Promise<PutBack> {
  const { plane } = manifest;
  const migrations = await knownMigrations(migrationsOf(settings, plane), manifest);
  const folders = planeFolders(settings, plane);
  const url = settings.databaseUrl[plane];
  await refuseOverOthers(settings, plane, options);
  const stage = stageOf(settings, plane);
  const again = existsSync(stage);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true, mode: 0o700 });
  await secretsInto(stage, backup, manifest, { ...options, before: folders.secrets });
  // Talk would make its copy of the issuer's log again, but shows none to readers until then.
  if (isOfOneTown(folders.secrets, path.join(stage, 'secrets')) && existsSync(folders.issuerLog)) {
    cpSync(folders.issuerLog, path.join(stage, 'issuer-log'), { recursive: true });
  }
  const logSize = await logInto(stage, backup, { ...options, before: folders.publicLog });
  const database = await startDatabase({
    ...{ name: plane, dir: path.join(stage, 'database'), url },
    ...{ onTrouble: () => {}, onGivenUp: () => {} },
  });
  let migrated: string[];
  try {
    await load({ url: database.url(), backup, manifest, migrations, ...options });
    migrated = await inPool(database.url(), (pool) => migrate(pool, migrationsOf(settings, plane)));
    if (plane === 'talk') await tellTalk(settings, database.url(), path.join(stage, LOG));
  } finally {
    await database.stop();
  }
  const aside = existsSync(folders.home) ? freeName(`${folders.home}.before-restore`) : undefined;
  if (aside !== undefined) renameSync(folders.home, aside);
  renameSync(stage, folders.home);
  shareFolders(folders);
  return { aside, logSize, migrated, again };
}

/** Folders that the operator named elsewhere, for all machines of the plane: what was there is put aside beside it. */
function shareFolders({ home, secrets, publicLog, issuerLog }: ReturnType<typeof planeFolders>): void {
  const places = [
    ['secrets', secrets],
    [LOG, publicLog],
    ['issuer-log', issuerLog],
  ] as const;
  for (const [name, shared] of places) {
    const made = path.join(home, name);
    if (path.resolve(made) === path.resolve(shared) || !existsSync(made)) continue;
    if (existsSync(shared)) renameSync(shared, freeName(`${shared}.before-restore`));
    cpSync(made, shared, { recursive: true });
    rmSync(made, { recursive: true });
  }
}

async function refuseOverOthers(settings: Settings, plane: PlaneName, { replace }: RestoreOptions) {
  if (replace) return;
  const { home, database, secrets, publicLog } = planeFolders(settings, plane);
  const url = settings.databaseUrl[plane];
  if ([database, secrets, publicLog].some((folder) => filesBelow(folder).length > 0)) {
    throw new OperatorError(
      `${home} is not empty. With --replace what is there is put aside, under another name.`,
    );
  }
  if (url !== undefined && !(await isEmptyDatabase(url))) {
    throw new OperatorError(
      `The database of ${plane} is not empty. With --replace its tables are removed first: back them up before.`,
    );
  }
}

/** The name itself, or with the first number that is free. */
function freeName(name: string): string {
  for (let n = 1; ; n += 1) {
    const folder = n === 1 ? name : `${name}.${n}`;
    if (!existsSync(folder)) return folder;
  }
}

/** Those of the backup; beside them, from the plane that was there, those that came after it, such as next month's issuer key. */
async function secretsInto(
  stage: string,
  backup: string,
  manifest: Manifest,
  i: { identities: readonly string[]; before: string },
): Promise<void> {
  const target = path.join(stage, 'secrets');
  openSecrets(target);
  const place = (name: string, bytes: Uint8Array) => {
    const file = path.join(target, name);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, bytes, { mode: 0o600, flush: true });
  };
  for (const file of Object.keys(manifest.files).filter((name) => name.startsWith('secrets/'))) {
    const name = file.slice('secrets/'.length).replace(manifest.sealed ? /\.age$/ : /$^/, '');
    place(name, await unpacked(path.join(backup, file), i.identities));
  }
  if (!isOfOneTown(i.before, target)) return;
  for (const name of filesBelow(i.before)) {
    if (existsSync(path.join(target, name)) || isOfBefore(name) || /(?:^|\/)\./.test(name)) continue;
    place(name, readFileSync(path.join(i.before, name)));
  }
}

/** Two folders of secrets have the same key of the log. */
function isOfOneTown(one: string, other: string): boolean {
  const [a, b] = [one, other].map((folder) => path.join(folder, 'log.key'));
  return existsSync(a!) && existsSync(b!) && readFileSync(a!).equals(readFileSync(b!));
}

async function logInto(
  stage: string,
  backup: string,
  { log, before }: { log: string | undefined; before: string },
): Promise<number | undefined> {
  const keyFile = path.join(stage, 'secrets/log.key');
  if (!existsSync(keyFile)) return undefined; // it had begun no log
  const key = new Uint8Array(readFileSync(keyFile));
  const beside = isOfOneTown(path.join(before, '../secrets'), path.join(stage, 'secrets')) ? [before] : [];
  const chosen = await newestLog({
    ...{ backup: path.join(backup, LOG), key },
    others: [...beside, ...(log === undefined ? [] : [path.resolve(log)])],
  });
  let size: number | undefined;
  for await (const { path: name, bytes } of filesOfLog(chosen)) {
    const file = path.join(stage, LOG, name);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 });
    writeFileSync(file, bytes, { flush: true });
    if (name === 'checkpoint') size = Number(Buffer.from(bytes).toString().split('\n')[1]);
  }
  return size;
}
