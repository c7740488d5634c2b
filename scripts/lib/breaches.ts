import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from './hash.ts';

/** One place where something stands that a wall forbids. */
export interface Breach {
  /** Name of the rule, as in `.dependency-cruiser.cjs` or below. */
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const cruised = ['packages', 'e2e', 'bench', 'adversary', 'trials'];

interface Violation {
  rule: { name: string; severity: string };
  from: string;
  to: string;
}

/** The rules of `.dependency-cruiser.cjs` over every import, of types too. Throws when the tool itself fails. */
export function checkImports(root: string): Breach[] {
  // The tool keeps caches and paths of the folder it runs in, so it gets a process with the right one.
  const tool = path.join(
    import.meta.dirname,
    '../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  );
  const folders = cruised.filter((folder) => existsSync(path.join(root, folder)));
  const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!done.stdout.startsWith('{'))
    throw new Error(`dependency-cruiser failed: ${done.stderr || done.stdout}`);
  const { summary } = JSON.parse(done.stdout) as { summary: { violations: Violation[] } };
  return summary.violations
    .filter((violation) => violation.rule.severity === 'error')
    .map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/**
 * `import(x)` and `require(x)` with anything but a plain string: no tool can tell what they load, so they would be a
 * hole in every other wall.
 */
export function checkComputedImports(root: string): Breach[] {
  return filesBelow(path.join(root, 'packages'))
    .filter((file) => /\.[cm]?tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => computedImports(file, path.relative(root, file)));
}

function computedImports(file: string, name: string): Breach[] {
  const text = readFileSync(file, 'utf8');
  if (!/\b(?:import|require)\s*(?:\/\*[\s\S]*?\*\/\s*)?\(/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Breach[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && loads(node.expression) && !isPlain(node.arguments[0])) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        rule: 'no-computed-import',
        from: `${name}:${line + 1}`,
        to: node.getText().slice(0, 80),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const loads = (callee: ts.Expression) =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
const isPlain = (argument: ts.Expression | undefined) =>
  argument !== undefined && ts.isStringLiteralLike(argument);

/** What each finished bundle may be made of, beside packages of others. */
const allowed = {
  members: /^packages\/(?:members|kit|look|protocol)\/|^packages\/contract\/src\/(?:members\/|[^/]+$)/,
  talk: /^packages\/(?:talk|eye|kit|look|protocol)\/|^packages\/contract\/src\/(?:(?:talk|desk)\/|[^/]+$)/,
  cli: /^packages\/(?:cli|eye|kit|proof|protocol)\/|^packages\/contract\/src\//,
};

/** The last look, at what really runs: no source of the other plane went into a bundle. Throws when none is built. */
export function checkBundles(root: string): Breach[] {
  return Object.entries(allowed).flatMap(([bundle, mayHold]) => {
    const file = path.join(root, 'dist', bundle, 'meta.json');
    if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
    const { inputs } = JSON.parse(readFileSync(file, 'utf8')) as { inputs: Record<string, unknown> };
    return Object.keys(inputs)
      .filter((input) => !mayHold.test(input) && !input.includes('node_modules/'))
      .map((input) => ({ rule: 'bundle-holds-one-plane', from: `dist/${bundle}/main.mjs`, to: input }));
  });
}
