import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeProof } from '@teahouse/proof';
import { createProofKit, type ProofKit } from '@teahouse/proof/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { verify } from './verify.ts';

describe('verifying a proof on the command line', () => {
  let folder: string;
  let kit: ProofKit;
  let text: string;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-verify-'));
    kit = await createProofKit();
    text = writeProof(await kit.make({ title: '今晚又加班', text: '水开了，茶凉了。' }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    said.length = 0;
    for (const level of ['log', 'error'] as const) {
      vi.spyOn(console, level).mockImplementation((line: string) => void said.push(line));
    }
  });
  afterEach(() => vi.restoreAllMocks());

  const file = (contents: string, name = 'proof.json') => {
    const target = path.join(folder, name);
    writeFileSync(target, contents);
    return target;
  };
  const words = () => said.join('\n');
  const trust = () => [
    '--issuer-key',
    kit.trusted.issuer as string,
    '--talk-key',
    kit.trusted.talk as string,
  ];
  /** Another text that is as long, in the same canonical form. */
  const changed = () => {
    const proof = JSON.parse(text);
    const body: string = proof.act.body;
    const at = body.length - 6;
    proof.act.body = body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1);
    return `${JSON.stringify(proof, null, 1)}\n`;
  };

  it('says what it proves and what not in Chinese, with 0', async () => {
    expect(await verify([file(text), ...trust()], { LANG: 'zh_CN.UTF-8' })).toBe(0);
    expect(words()).toContain('属实');
    expect(words()).toContain('水开了，茶凉了。');
    expect(words()).toContain('不证明说的内容是真的');
  });

  it('says it in English, and that the keys are still to be compared', async () => {
    expect(await verify([file(text)], { LANG: 'C' })).toBe(0);
    expect(words()).toContain('It proves');
    expect(words()).toContain('It does not prove');
    expect(words()).toMatch(/57/);
    expect(words()).toMatch(/Fingerprints of the log keys\n {2}· the issuer's log ([0-9a-f]{4} ?){5}/);
  });

  it('keeps a name that others gave from ruling the terminal', async () => {
    await verify([file(text, 'proof\u001b[2J.json')], {});
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(words()).not.toMatch(/\u001b/);
  });

  it('names a changed text, with 1', async () => {
    expect(await verify([file(changed())], { LANG: 'en_GB.UTF-8' })).toBe(1);
    expect(words()).toContain('The text differs from what was signed');
    said.length = 0;
    expect(await verify([file(changed()), '--lang', 'zh'], {})).toBe(1);
    expect(words()).toContain('正文与签名时不同');
  });

  it('does not take the logs of another for those that are known', async () => {
    const other = await createProofKit('other');
    const theirs = [
      '--issuer-key',
      other.trusted.issuer as string,
      '--talk-key',
      other.trusted.talk as string,
    ];
    expect(await verify([file(text), ...theirs, '--json'], {})).toBe(1);
    const [result] = JSON.parse(words());
    expect(result.checks).toContainEqual({ code: 'keys-trusted', state: 'failed' });
  });

  it.each([
    ['something else', '{"a":1}'],
    ['no JSON', '茶'],
    ['a proof that is written in another way', JSON.stringify({})],
    ['more than a proof can be', ' '.repeat(2_000_000)],
  ])('can not use %s, with 2', async (_what, contents) => {
    expect(await verify([file(contents)], {})).toBe(2);
  });

  it('can not use a file that is not there, nor a key that is none, nor no file', async () => {
    expect(await verify([path.join(folder, 'gone.json')], {})).toBe(2);
    expect(await verify([file(text), '--talk-key', 'none'], {})).toBe(2);
    expect(await verify([], {})).toBe(2);
    expect(await verify(['--unknown'], {})).toBe(2);
  });

  it('of several files tells the worst', async () => {
    expect(await verify([file(text), file(changed(), 'changed.json')], {})).toBe(1);
    expect(await verify([file(text), file(changed(), 'changed.json'), file('{}', 'other.json')], {})).toBe(2);
  });

  it('is a program that needs no house, no data folder and no sound settings', async () => {
    const main = path.join(import.meta.dirname, '../main.ts');
    const env = { PATH: process.env.PATH, TEAHOUSE_MODE: 'production', LANG: 'zh_CN.UTF-8' };
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [main, 'verify', file(text)], { cwd: folder, env });
    expect(stdout).toContain('文件完好');
    const bad = run(process.execPath, [main, 'verify', file(changed())], { cwd: folder, env });
    await expect(bad).rejects.toMatchObject({ code: 1 });
  });
});
