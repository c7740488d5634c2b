import { useLingui } from '@lingui/react/macro';
import type { BoardCard } from '@teahouse/contract/members';
import { type Columns, stages } from './board-state.ts';
import { columnWords } from './words.ts';

/** Which stage is on the screen of a phone. */
export function StageTabs({
  here,
  columns,
  onChoose,
}: {
  here: BoardCard['stage'];
  columns: Columns;
  onChoose: (stage: BoardCard['stage']) => void;
}) {
  const { t } = useLingui();
  return (
    <nav
      aria-label={t`Stages`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="flex gap-5 overflow-x-auto border-b border-line text-ink-2"
    >
      {stages.map((stage) => (
        <button
          key={stage}
          type="button"
          aria-pressed={stage === here}
          className="inline-flex min-h-11 flex-none items-center gap-1.5 border-b-2 border-transparent px-0.5 text-[0.95rem] whitespace-nowrap aria-pressed:border-celadon aria-pressed:font-semibold aria-pressed:text-ink"
          onClick={() => onChoose(stage)}
        >
          {t(columnWords[stage])} <span className="tabular font-normal">{columns[stage].length}</span>
        </button>
      ))}
    </nav>
  );
}
