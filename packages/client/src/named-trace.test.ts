import { expect, it } from 'vitest';
import { createNamedTrace, traced } from './named-trace.ts';

const at = 1_800_000_000_000;
const clock = { now: () => new Date(at) };

async function after(method: string | undefined, path: string): Promise<number | undefined> {
  const trace = createNamedTrace();
  const fetch = traced(async () => new Response(), trace, clock);
  await fetch(`https://tea.example/api/members${path}`, method === undefined ? undefined : { method });
  return trace.last();
}

it('notes what changes something in the named half', async () => {
  expect(await after('POST', '/posts')).toBe(at);
  expect(await after('DELETE', '/network/follows/x')).toBe(at);
});

it('notes nothing of what is read, nor of signing in and out, nor of joining', async () => {
  expect(await after(undefined, '/feed')).toBeUndefined();
  expect(await after('GET', '/notices')).toBeUndefined();
  expect(await after('POST', '/session')).toBeUndefined();
  expect(await after('DELETE', '/session')).toBeUndefined();
  expect(await after('POST', '/employments/0/confirm')).toBeUndefined();
  expect(await after('PUT', '/commitment')).toBeUndefined();
});
