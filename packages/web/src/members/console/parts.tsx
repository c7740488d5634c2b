import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SignedIn } from '../session.tsx';
import { consoleWords } from './words.ts';

const tab =
  'inline-flex min-h-11 flex-none items-center border-b-2 border-transparent px-0.5 text-[0.95rem] whitespace-nowrap hover:text-ink aria-[current=page]:border-celadon aria-[current=page]:font-semibold aria-[current=page]:text-ink';

/** The pages of the console. */
function Tabs() {
  const { t } = useLingui();
  const ways = [
    ['/console', t`What waits`],
    ['/console/companies', t`Companies`],
    ['/console/claims', t`Representatives`],
    ['/console/members', t`Members`],
    ['/console/staff', t`Staff`],
    ['/console/settings', t`Settings`],
    ['/console/house', t`The house`],
    ['/console/log', t`Record`],
  ] as const;
  return (
    <nav
      aria-label={t`Parts of the console`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="flex gap-6 overflow-x-auto border-b border-line text-ink-2"
    >
      {ways.map(([to, words]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={tab}>
          {words}
        </Link>
      ))}
    </nav>
  );
}

/** A page of the console, for members with the role; beside it what it means. */
export function ConsolePage({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: (me: Me) => ReactNode;
}) {
  useTitle(title);
  return (
    <SignedIn>
      {(me) => (
        <div className="page">
          <p className="pt-6 text-[0.9rem] text-ink-2 sm:pt-10">
            <Trans>Operator's console</Trans>
          </p>
          <h1 className="pb-3">{title}</h1>
          {me.roles.includes('operator') ? (
            <>
              <Tabs />
              <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 pt-6 pb-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,18rem)]">
                <div className="min-w-0">{children(me)}</div>
                <aside className="space-y-5 text-[0.93rem] text-ink-2">{aside}</aside>
              </div>
            </>
          ) : (
            <div className="column py-6">
              <ErrorNotice code="role-missing" words={consoleWords} />
            </div>
          )}
        </div>
      )}
    </SignedIn>
  );
}

/** One fact a line: its name, and what it is. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="border-b border-line">
      {rows.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-6 border-t border-line py-2">
          <dt className="text-ink-2">{name}</dt>
          <dd className="tabular min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-10 first:mt-0">
      <h2 className="pb-3 text-[1.15rem]">{title}</h2>
      {children}
    </section>
  );
}

/** A size in the unit that fits, as people say it. */
export function Size({ bytes }: { bytes: number }) {
  const { i18n } = useLingui();
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(i18n.locale, {
    ...{ style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short' },
    maximumFractionDigits: 1,
  } as Intl.NumberFormatOptions);
  return <>{format.format(bytes / 1000 ** step)}</>;
}
