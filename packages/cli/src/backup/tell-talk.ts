import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '../config.ts';
import { OperatorError } from '../operator-error.ts';

/**
 * Has talk void its token keys, forget this week's draws and say so in its log: tokens that were spent since the backup could be
 * spent again. In a process of that plane: this program may know nothing of it. Throws OperatorError with its words.
 */
export async function tellTalk(settings: Settings, databaseUrl: string, publicLog: string): Promise<void> {
  const program = path.join(settings.root, 'dist/talk/restored.mjs');
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    TEAHOUSE_DATABASE_URL: databaseUrl,
    TEAHOUSE_PUBLIC_LOG: publicLog,
  };
  try {
    await promisify(execFile)(process.execPath, [program], { env });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new OperatorError(`Talk could not be told of the restore: ${stderr.trim() || message}`);
  }
}
