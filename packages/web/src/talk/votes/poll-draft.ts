import { talkLimits } from '@teahouse/contract/talk/limits';
import type { Poll } from '@teahouse/protocol';

/** A poll that nobody has filled in yet. */
export const emptyPoll = (voters: Poll['voters']): Poll => ({ options: ['', ''], multiple: false, voters });

/** What is wrong with an option; an empty one is left out, unless too few remain. */
export type OptionFault = 'empty' | 'long' | 'twice' | null;

const filled = (options: readonly string[]): string[] =>
  options.map((option) => option.trim().normalize('NFC')).filter((option) => option !== '');

export function optionFaults(options: readonly string[]): OptionFault[] {
  const short = filled(options).length < talkLimits.pollOptionsLeast;
  const trimmed = options.map((option) => option.trim().normalize('NFC'));
  return trimmed.map((option, place) => {
    if (option === '') return short ? 'empty' : null;
    if ([...option].length > talkLimits.optionCharacters) return 'long';
    return trimmed.indexOf(option) < place ? 'twice' : null;
  });
}

/** The poll as it can be asked; null while an option is at fault. */
export function askable(poll: Poll): Poll | null {
  if (optionFaults(poll.options).some((fault) => fault !== null)) return null;
  return { ...poll, options: filled(poll.options) };
}

/** The options with the one at a place moved up or down; unchanged at either end. */
export function moved(options: readonly string[], place: number, by: -1 | 1): string[] {
  const next = [...options];
  const other = place + by;
  if (other < 0 || other >= next.length) return next;
  [next[place], next[other]] = [next[other] ?? '', next[place] ?? ''];
  return next;
}
