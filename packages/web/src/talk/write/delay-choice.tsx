import { Trans, useLingui } from '@lingui/react/macro';
import type { Delay } from '@teahouse/client';
import { useId } from 'react';

/**
 * When an act leaves (product.md T13): at once, or at a random moment, so that the time of a post says less of when its
 * author sat down. Only an open app can send; the choice says so.
 */
export function DelayChoice({
  value,
  onChange,
}: {
  value: Delay | undefined;
  onChange: (value: Delay | undefined) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-[0.86rem] text-ink-2">
      <label htmlFor={id}>
        <Trans>Leaves</Trans>
      </label>
      <select
        id={id}
        className="min-h-11 bg-transparent text-ink underline decoration-celadon underline-offset-4"
        value={value ?? 'now'}
        aria-describedby={value ? `${id}-note` : undefined}
        onChange={({ currentTarget }) => {
          const { value: chosen } = currentTarget;
          onChange(chosen === 'hour' || chosen === 'day' ? chosen : undefined);
        }}
      >
        <option value="now">{t`as soon as it may`}</option>
        <option value="hour">{t`within the hour`}</option>
        <option value="day">{t`some time today`}</option>
      </select>
      {value ? (
        <span id={`${id}-note`}>
          <Trans>At a random moment. If the app is closed then, it leaves when you open it next.</Trans>
        </span>
      ) : null}
    </span>
  );
}
