import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SearchLink } from '../talk/find/lists/search-link.tsx';
import { MoonIcon, SunIcon } from '../ui/nav-icons.tsx';
import { Seal } from '../ui/seal.tsx';
import type { Ground } from './ground.ts';
import { headerItem as item } from './header-item.ts';
import { InboxWay } from './inbox-way.tsx';
import { loadDesk } from './load-desk.ts';
import { currentLocale, loadCatalog, setLocale } from './locale.ts';
import { setTheme, useTheme } from './theme.ts';

const loadMembers = async () =>
  (await Promise.all([import('../members/members-links.tsx'), loadCatalog('members')]))[0];
const MembersLinks = lazy(async () => ({ default: (await loadMembers()).MembersLinks }));
const TalkDoor = lazy(async () => ({ default: (await loadMembers()).TalkDoor }));

const DeskLinks = lazy(async () => ({ default: (await loadDesk()).DeskLinks }));

function TalkLinks() {
  return (
    <>
      <Link to="/" className={item} activeOptions={{ exact: true, includeSearch: false }}>
        <Trans>Square</Trans>
      </Link>
      <Link to="/rooms" className={item}>
        <Trans>Rooms</Trans>
      </Link>
      <InboxWay place="head" />
      <Link to="/mine" className={item}>
        <Trans>Mine</Trans>
      </Link>
    </>
  );
}

function LocaleSwitch() {
  const other = currentLocale() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="icon-btn px-3 text-[0.9rem] whitespace-nowrap"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => void setLocale(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}

function ThemeSwitch() {
  const { t } = useLingui();
  const theme = useTheme();
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={theme === 'dark' ? t`Light` : t`Dark`}
      onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
    >
      {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}

/** Seal, the ground's own pages, and the door to the other half. No page of talk shows who is signed in. */
export function Header({ ground }: { ground: Ground }) {
  const { t } = useLingui();
  return (
    <div className="page flex items-center gap-3 pt-[max(0.9rem,env(safe-area-inset-top))] pb-2">
      <Link to="/" className="flex min-h-11 items-center gap-3">
        <Seal />
        <span className="flex items-baseline gap-2 leading-none">
          <span
            lang="zh-CN"
            className="font-serif text-[1.4rem] font-bold tracking-[0.08em] whitespace-nowrap"
          >
            茶馆
          </span>
          <span
            lang="en"
            className={`text-[0.8rem] text-ink-2 ${ground === 'members' ? 'max-md:hidden' : ''}`}
          >
            Teahouse
          </span>
        </span>
      </Link>
      <nav aria-label={t`Main`} className="mr-3 ml-auto hidden items-center gap-7 md:flex">
        {ground === 'talk' ? (
          <TalkLinks />
        ) : (
          <Suspense>{ground === 'desk' ? <DeskLinks /> : <MembersLinks />}</Suspense>
        )}
        <Link
          to={ground === 'talk' ? '/home' : '/'}
          className="inline-flex min-h-11 items-center rounded-full border border-line px-5 hover:bg-paper-2"
        >
          {ground === 'talk' ? <Trans>Named half</Trans> : <Trans>Enter talk</Trans>}
        </Link>
      </nav>
      <div className="ml-auto flex items-center md:ml-0">
        {ground === 'talk' ? <SearchLink /> : null}
        <Suspense>{ground === 'members' ? <TalkDoor /> : null}</Suspense>
        <LocaleSwitch />
        <ThemeSwitch />
      </div>
    </div>
  );
}
