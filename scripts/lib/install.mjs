import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Installs the packages when `node_modules` is missing or belongs to another `package-lock.json`; else does nothing.
 * Ends the process with npm's own words when the installation fails.
 * @param {string} root of the project
 */
export async function ensureInstalled(root) {
  const mark = path.join(root, 'node_modules', '.teahouse-lock');
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === hash) return;
  if (!holdsWhatTheLockSays(root, JSON.parse(lock.toString()))) await install(root);
  writeMark(mark, hash);
}

/**
 * Whether a `node_modules` made by a plain `npm install` is already what the lock file asks for: somebody at work on
 * the project must not lose it to `npm ci`. npm keeps its own account in `node_modules/.package-lock.json`.
 * @param {string} root
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} lock
 */
export function holdsWhatTheLockSays(root, lock) {
  const account = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  const present = JSON.parse(readFileSync(account, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([place, wanted]) => place === '' || wanted.optional || present[place]?.version === wanted.version,
  );
}

/** A reader who can't write here (another user's clone) may still run what is installed. */
function writeMark(mark, hash) {
  try {
    writeFileSync(mark, `${hash}\n`);
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

async function install(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    console.error(
      `The packages are not installed, and this user may not write to ${root}. Clone it as this user.`,
    );
    process.exit(1);
  }
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const words = 'Installing packages (only the first time, about a minute)';
  const tty = process.stdout.isTTY;
  if (!tty) console.log(`${words} …`);
  const clock = tty && setInterval(() => process.stdout.write(`\r${words} … ${seconds()} s`), 500);
  let { code, output } = await npm(root, ['ci']);
  // A lock file that lacks optional packages of other platforms (scripts/complete-lock.mjs) is refused by `npm ci`, but
  // `npm install` takes it, at the locked versions and without writing it anew.
  if (code !== 0 && output.includes('EUSAGE')) ({ code, output } = await npm(root, ['install', '--no-save']));
  if (clock) clearInterval(clock);
  if (tty) process.stdout.write('\r\u001b[2K');
  if (code !== 0) {
    console.error(`${output}\nThe installation failed after ${seconds()} s; npm's words are above.`);
    process.exit(1);
  }
  console.log(`Packages installed in ${seconds()} s.`);
}

/**
 * Quiet on purpose: warnings about the engine of packages that never run on this Node would only scare a newcomer.
 * npm runs on the machine's own Node, never on the one in `node_modules` that it is about to replace.
 */
function npm(root, args) {
  const outside = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(path.join(root, 'node_modules')));
  const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: outside.join(path.delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-8000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  // An installation that goes on after Ctrl-C would meet the next one in the same folder.
  const stop = (signal) => {
    child.kill(signal);
    child.once('exit', () => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: `npm can't be started: ${error.message}` }));
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
      resolve({ code: code ?? 1, output });
    });
  });
}
