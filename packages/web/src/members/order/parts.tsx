import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OrderReason } from '@teahouse/contract/members';
import { type ReactNode, useId } from 'react';
import { reasons, reasonWords } from './words.ts';

/** A day as people say it. */
export function Day({ day }: { day: string }) {
  const { i18n } = useLingui();
  const format = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return <time dateTime={day}>{format.format(new Date(day))}</time>;
}

/** Words of some length, labelled, with how many may come. */
export function WordsField({
  label,
  hint,
  value,
  most,
  required = true,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  value: string;
  most: number;
  required?: boolean;
  onChange: (words: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        maxLength={most}
        required={required}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function ReasonSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: OrderReason;
  onChange: (reason: OrderReason) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(reasons.find((one) => one === event.target.value) ?? 'other')}
      >
        {reasons.map((one) => (
          <option key={one} value={one}>
            {t(reasonWords[one])}
          </option>
        ))}
      </select>
    </div>
  );
}

const tab =
  'inline-flex min-h-11 flex-none items-center border-b-2 px-0.5 text-[0.95rem] whitespace-nowrap aria-[current=page]:border-celadon aria-[current=page]:font-semibold aria-[current=page]:text-ink';

/** The pages of the desk of the named half. */
export function HouseTabs({ here }: { here: 'queue' | 'closed' | 'appeals' | 'log' }) {
  const { t } = useLingui();
  const to = (
    one: typeof here,
    words: string,
    path: '/house' | '/house/appeals' | '/house/log',
    closed = false,
  ) => (
    <Link
      to={path}
      search={closed ? { state: 'closed' } : {}}
      activeOptions={{ exact: true }}
      aria-current={one === here ? 'page' : undefined}
      className={`${tab} ${one === here ? '' : 'border-transparent hover:text-ink'}`}
    >
      {words}
    </Link>
  );
  return (
    <nav
      aria-label={t`Parts of the desk`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="flex gap-6 overflow-x-auto border-b border-line text-ink-2"
    >
      {to('queue', t`Open`, '/house')}
      {to('closed', t`Decided`, '/house', true)}
      {to('appeals', t`Appeals`, '/house/appeals')}
      {to('log', t`Log`, '/house/log')}
    </nav>
  );
}

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}
export function MoreButton({ pages }: { pages: Pages }) {
  return pages.hasNextPage ? (
    <button
      type="button"
      className="btn quiet mt-5"
      aria-disabled={pages.isFetchingNextPage}
      onClick={() => pages.fetchNextPage()}
    >
      <Trans>More</Trans>
    </button>
  ) : null;
}
