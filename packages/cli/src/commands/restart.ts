import { type Part, planes, type Settings } from '../config.ts';
import { OperatorError } from '../operator-error.ts';
import { readNote } from '../running.ts';
import { say } from '../say.ts';

const parts: readonly Part[] = ['house', ...planes];

/**
 * `teahouse restart [members|talk]`: asks what runs over the data folder for new processes, one after the other. It says on
 * its own terminal or in its journal when they serve. Throws OperatorError where nothing runs.
 */
export async function restart(settings: Settings, args: readonly string[]): Promise<number> {
  const [wanted, ...more] = args;
  if (more.length > 0 || (wanted !== undefined && !parts.some((part) => part === wanted)))
    throw new OperatorError('teahouse restart [members|talk]');
  const running = parts.flatMap((part) => {
    const note = wanted === undefined || wanted === part ? readNote(settings, part) : undefined;
    return note ? [{ part, pid: note.pid }] : [];
  });
  if (running.length === 0) throw new OperatorError(`Nothing runs over ${settings.data}.`);
  for (const { part, pid } of running) {
    process.kill(pid, 'SIGUSR2');
    say(`Asked for new processes: ${part}, process ${pid}.`);
  }
  return 0;
}
