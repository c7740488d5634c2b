import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { BoardCard, Label } from '@teahouse/contract/members';
import { stages } from './board-state.ts';
import { columnWords } from './words.ts';

interface BulkBarProps {
  readonly count: number;
  readonly labels: readonly Label[];
  readonly onMove: (stage: BoardCard['stage']) => void;
  readonly onLabel: (label: Label) => void;
  readonly onClear: () => void;
}

/** What can be done to the cards that are chosen. */
export function BulkBar({ count, labels, onMove, onLabel, onClear }: BulkBarProps) {
  const { t } = useLingui();
  const choose = 'input min-h-11 w-auto py-1.5';
  return (
    <section
      aria-label={t`Chosen applications`}
      className="rise flex flex-wrap items-center gap-x-3 gap-y-2 rounded-2xl border border-line bg-paper px-4 py-2 shadow-xl"
    >
      <p className="font-semibold">
        <Plural value={count} one="# chosen" other="# chosen" />
      </p>
      <select
        aria-label={t`Move to`}
        className={choose}
        value=""
        onChange={(event) => onMove(event.currentTarget.value as BoardCard['stage'])}
      >
        <option value="" disabled>
          {t`Move to`}
        </option>
        {stages.map((stage) => (
          <option key={stage} value={stage}>
            {t(columnWords[stage])}
          </option>
        ))}
      </select>
      {labels.length > 0 ? (
        <select
          aria-label={t`Label them`}
          className={choose}
          value=""
          onChange={(event) => {
            const label = labels.find(({ id }) => id === event.currentTarget.value);
            if (label) onLabel(label);
          }}
        >
          <option value="" disabled>
            {t`Label them`}
          </option>
          {labels.map((label) => (
            <option key={label.id} value={label.id}>
              {label.name}
            </option>
          ))}
        </select>
      ) : null}
      <button type="button" className="btn danger" onClick={() => onMove('declined')}>
        <Trans>Decline</Trans>
      </button>
      <button type="button" className="act" onClick={onClear}>
        <Trans>Choose none</Trans>
      </button>
    </section>
  );
}
