import { parseArgs } from 'node:util';
import { createChecker } from '../../log/check.ts';
import { parseKeys } from '../../log/keys.ts';
import { reportJson, reportLines } from '../../log/report.ts';
import { UnreadableError } from '../../log/source.ts';
import { openState } from '../../log/state.ts';
import { findLogs } from '../../log/targets.ts';

/**
 * `teahouse log check URL|DIR [--key K]… [--state FILE] [--json]`: an outsider's audit of one or both logs, and of the
 * instance that shows them. Returns 0 when all holds, 1 with faults. Throws UnreadableError.
 */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      state: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) throw new UnreadableError('teahouse log check URL|DIR');
  const checker = createChecker(findLogs(place), parseKeys(values.key ?? []), openState(values.state));
  const report = await checker.round();
  console.log(values.json ? JSON.stringify(reportJson(report), null, 1) : reportLines(report).join('\n'));
  return report.faults.length === 0 ? 0 : 1;
}
