// `npm run check`: types, lint and format, walls, all three at once; each one's words come out in one piece.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const tool = (file: string) => path.join(root, 'node_modules', file);

const checks: Record<string, string[]> = {
  types: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.', '--pretty'],
  lint: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'],
  walls: ['scripts/walls.ts'],
};

async function check(name: string, args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  console.log(code === 0 ? `ok    ${name}` : `${words.trimEnd()}\nBAD   ${name}`);
  return code === 0;
}

// The walls are also checked on the finished bundles.
const { status } = await new Promise<{ status: number | null }>((resolve) => {
  const build = spawn(process.execPath, ['scripts/build.ts', '--quiet', 'servers'], {
    cwd: root,
    stdio: 'inherit',
  });
  build.once('close', (code) => resolve({ status: code }));
});
const results = await Promise.all(Object.entries(checks).map(([name, args]) => check(name, args)));
process.exitCode = status === 0 && results.every(Boolean) ? 0 : 1;
