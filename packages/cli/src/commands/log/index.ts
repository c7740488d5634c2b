import type { Settings } from '../../config.ts';
import { UnreadableError } from '../../log/source.ts';
import { warn } from '../../say.ts';
import { check } from './check.ts';
import { record } from './record.ts';
import { watch } from './watch.ts';
import { witness } from './witness.ts';

const usage = `teahouse log check URL|DIR [--key K]… [--state FILE] [--json]
teahouse log watch URL|DIR [--key K]… [--state FILE] [--every SECONDS] [--once]
teahouse log witness URL --key FILE [--name NAME] [--every SECONDS] [--state FILE] [--log-key K]…
teahouse log record moderation|legal|operation CODE TEXT [--plane talk|issuer] [--post ID]`;

/** `teahouse log …`. Returns the exit code: 0 in order, 1 a fault, 2 it can't be told. */
export async function log(settings: () => Settings, args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  try {
    if (verb === 'check') return await check(rest);
    if (verb === 'watch') return await watch(rest);
    if (verb === 'witness') return await witness(rest);
    if (verb === 'record') return await record(settings(), rest);
    throw new UnreadableError(usage);
  } catch (error) {
    if (!(error instanceof Error && (error instanceof UnreadableError || isArgumentError(error))))
      throw error;
    warn(error.message);
    return 2;
  }
}

/** What `parseArgs` of node:util throws. */
export const isArgumentError = (error: Error): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
