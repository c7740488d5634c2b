import { toBase64url } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../store.ts';
import { createLogGuard } from './guard.ts';
import { createLogMemory } from './memory.ts';
import { checkOwnLeaf } from './own-leaf.ts';
import { believable } from './published.ts';
import { ownPoint, testIssuer } from './test-issuer.ts';

const missing = expect.objectContaining({ code: 'not-in-log' });

async function staged() {
  const { log, document, credential } = testIssuer();
  const files = { 'issuer@talk': log.fetch, 'issuer@members': log.fetch, talk: log.fetch };
  const guard = createLogGuard({
    memory: createLogMemory(memoryStore()),
    files,
    pause: async () => undefined,
  });
  const { claims } = believable(document, '2026-11');
  const tree = await guard.check('issuer@members', { instance: log.instance, log: log.info, claims });
  return { tree, document, credential, leaf: credential.leaf, point: ownPoint };
}

describe("the holder's own leaf", () => {
  it('is found in the entry that it is said to stand in', async () => {
    await checkOwnLeaf(await staged());
  });

  it('is missed when the entry has it not, or is of another kind', async () => {
    const stage = await staged();
    const { leaf } = stage;
    for (const logged of [0, 2, 4]) {
      await expect(checkOwnLeaf({ ...stage, leaf: { ...leaf, logged } })).rejects.toThrow(missing);
    }
    await expect(checkOwnLeaf({ ...stage, leaf: { ...leaf, evidence: 'badge' } })).rejects.toThrow(missing);
    const salt = toBase64url(new Uint8Array(32));
    await expect(checkOwnLeaf({ ...stage, leaf: { ...leaf, salt } })).rejects.toThrow(missing);
  });

  it('is missed when it is of another commitment, or the credential says another thing than it', async () => {
    const stage = await staged();
    await expect(checkOwnLeaf({ ...stage, point: new Uint8Array(48) })).rejects.toThrow(missing);
    const credential = { ...stage.credential, standing: 'former' as const };
    await expect(checkOwnLeaf({ ...stage, credential })).rejects.toThrow(missing);
  });

  it('must name no company once the epoch is open, and its company before', async () => {
    const stage = await staged();
    const openings = stage.document.openings.map((opening) => ({ ...opening, logged: 1 }));
    const document = { ...stage.document, openings };
    await expect(checkOwnLeaf({ ...stage, document })).rejects.toThrow(missing);
  });
});
