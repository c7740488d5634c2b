import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openLog } from '@teahouse/kit/log-store';
import { auditLog, type FetchFile, noteSigner, parseVerifier } from '@teahouse/protocol/log';
import { encodeEntry } from '@teahouse/protocol/record';
import type { Town } from './town.ts';

/**
 * The issuer's log of a town under its own key, but with another entry at its end: what a thief of the key, or the
 * operator, could show to some. `data` is the town's data folder, and gets the files.
 */
export async function forgeIssuerLog(town: Town, data: string): Promise<FetchFile> {
  const files: FetchFile = async (file) => {
    const reply = await fetch(`${town.membersOrigin}/api/members/log/${file}`);
    return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : undefined;
  };
  const { origin, key } = JSON.parse(Buffer.from((await files('info')) ?? []).toString());
  const audit = await auditLog({ fetch: files, origin, verifiers: [parseVerifier(key)] });
  const entries: Uint8Array[] = [];
  for await (const { entry } of audit.entries()) entries.push(entry);
  const signer = noteSigner(origin, new Uint8Array(readFileSync(path.join(data, 'members/secrets/log.key'))));
  const dir = mkdtempSync(path.join(data, 'forged-'));
  const log = await openLog({ dir, origin, signer, durable: false });
  const event = { type: 'event', kind: 'legal', code: 'none', subject: null, text: 'Nothing was.' } as const;
  await log.append([...entries.slice(0, -1), encodeEntry(event)]);
  await log.close();
  return log.read;
}
