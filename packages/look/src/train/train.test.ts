import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ModelError, readModel, writeModel } from '../model/file.ts';
import { loadModel } from '../model/load.ts';
import { fit, trainingTexts } from './fit.ts';
import { reportOf } from './report.ts';
import { Decision, languages, readLabelled, sentencesOf, weightsFile } from './sentences.ts';
import { generate } from './templates.ts';

const docs = path.join(import.meta.dirname, '../../../../docs/first-look.md');

test('the committed weights are what the committed data give, to the byte', () => {
  const bytes = writeModel(fit(trainingTexts()));
  expect(bytes.length).toBeLessThanOrEqual(300_000);
  expect(Buffer.compare(Buffer.from(bytes), readFileSync(weightsFile))).toBe(0);
});
test('the tables in docs/first-look.md are what the report prints', () => {
  expect(readFileSync(docs, 'utf8')).toContain(reportOf(loadModel()));
});
test('at least 300 sentences a language are held out, with every kind of text in them', () => {
  for (const language of languages) {
    const held = sentencesOf('held', language);
    expect(held.length).toBeGreaterThanOrEqual(300);
    for (const verdict of ['block', 'hold', 'queue', 'pass'])
      expect(held.filter((line) => line.verdict === verdict).length).toBeGreaterThanOrEqual(30);
  }
});
test('no sentence is both learned from and measured by', () => {
  for (const language of languages) {
    const learned = new Set(sentencesOf('tuned', language).map(({ text }) => text));
    for (const set of ['held', 'fresh2'] as const)
      for (const { text } of sentencesOf(set, language)) expect(learned.has(text), text).toBe(false);
  }
});
test('a model comes back from its file as it went in, and another file is told', () => {
  const bytes = readFileSync(weightsFile);
  expect(Buffer.compare(Buffer.from(writeModel(readModel(bytes))), bytes)).toBe(0);
  expect(() => readModel(bytes.subarray(1))).toThrow(ModelError);
  expect(() => readModel(new Uint8Array(bytes.length))).toThrow(ModelError);
});
test('templates give the same sentences each time, and an unknown kind is told', () => {
  const lines = ['@who = you|they', '- | {who} {sit|stand}'];
  expect(generate(lines, 1)).toEqual(generate(lines, 1));
  expect(generate(lines, 1).map(({ text }) => text)).toContain('you sit');
  expect(() => generate(['rude | x'], 1)).toThrow();
});
test('a line or a decision with a kind that there is not is told, not skipped', () => {
  expect(() => readLabelled('block | menace | x')).toThrow();
  expect(() => Decision.parse({ text: 'x', kinds: ['menace'] })).toThrow();
});
