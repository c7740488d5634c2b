import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OrderReason } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { Area, Choice } from '../fields.tsx';
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

/** Words of some length that must be said, unless told otherwise. */
export function WordsField({
  most,
  onChange,
  ...area
}: {
  label: string;
  hint?: ReactNode;
  value: string;
  most: number;
  required?: boolean;
  onChange: (words: string) => void;
}) {
  return (
    <Area rows={3} maxLength={most} required onChange={(event) => onChange(event.target.value)} {...area} />
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
  return (
    <Choice
      label={label}
      value={value}
      onChange={(event) => onChange(reasons.find((one) => one === event.target.value) ?? 'other')}
    >
      {reasons.map((one) => (
        <option key={one} value={one}>
          {t(reasonWords[one])}
        </option>
      ))}
    </Choice>
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
