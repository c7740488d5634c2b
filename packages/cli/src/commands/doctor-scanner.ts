import { createScanner } from '@teahouse/eye/scanner';
import { readScannerAddress } from '@teahouse/eye/scanner-address';
import type { Settings } from '../config.ts';

/** Milliseconds that it may take to answer about nothing. */
const patience = 3_000;

/** Whether the scanner that the operator named answers; nothing where none is named. Pictures wait for a moderator while it doesn't. */
export async function scannerFindings({
  environment,
}: Pick<Settings, 'environment'>): Promise<{ ok: boolean; words: string }[]> {
  const setting = environment.TEAHOUSE_TALK_CLAMAV?.trim();
  if (!setting) return [];
  try {
    const answer = await createScanner(readScannerAddress(setting), patience).scan(new Uint8Array());
    return [
      answer === 'clean'
        ? { ok: true, words: 'clamd answers' }
        : { ok: false, words: 'clamd does not answer: every post with a picture waits for a moderator' },
    ];
  } catch {
    return [{ ok: false, words: 'TEAHOUSE_TALK_CLAMAV is neither unix:/path/of/socket nor host:port' }];
  }
}
