import { useLingui } from '@lingui/react/macro';

import { CheckIcon } from '../../ui/icons.tsx';
import { langTag } from '../read/lang.ts';

interface PollOptionProps {
  /** Shared by the options of one poll. */
  readonly name: string;
  readonly option: string;
  readonly multiple: boolean;
  readonly votes: number;
  readonly ballots: number;
  /** Whether the own ballot is for it. */
  readonly mine: boolean;
  /** Null where nothing can be chosen now. */
  readonly checked: boolean | null;
  readonly onPick: (on: boolean) => void;
}

/** One option with its bar: to be chosen, or only to be read. */
export function PollOption(props: PollOptionProps) {
  const { option, multiple, votes, ballots, mine, checked, onPick, name } = props;
  const { t } = useLingui();
  const share = ballots === 0 ? 0 : votes / ballots;
  const percent = Math.round(share * 100);
  const words = (
    <>
      <span className="flex items-baseline gap-3">
        <span lang={langTag(null, option)} className={`min-w-0 flex-1 ${mine ? 'font-semibold' : ''}`}>
          {option}
          {mine ? (
            <span className="ml-2 inline-flex translate-y-0.5 text-celadon">
              <CheckIcon />
              <span className="sr-only">{t`your vote`}</span>
            </span>
          ) : null}
        </span>
        <span className="tabular whitespace-nowrap text-[0.88rem] text-ink-2">
          {votes} <span className="inline-block min-w-11 text-right">{percent} %</span>
        </span>
      </span>
      <svg
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        className="bar mt-1.5 block h-1.5 w-full rounded-full"
        aria-hidden="true"
        focusable="false"
      >
        <rect width="100" height="2" className="fill-paper-2" />
        <rect width={100 * share} height="2" className="fill-celadon" opacity={mine ? 1 : 0.6} />
      </svg>
    </>
  );
  if (checked === null)
    return (
      <div className="py-2.5" data-option={votes}>
        {words}
      </div>
    );
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3.5 py-2.5" data-option={votes}>
      <input
        type={multiple ? 'checkbox' : 'radio'}
        name={name}
        checked={checked}
        className="h-5 w-5 flex-none accent-celadon"
        onChange={(event) => onPick(event.target.checked)}
      />
      <span className="min-w-0 flex-1">{words}</span>
    </label>
  );
}
