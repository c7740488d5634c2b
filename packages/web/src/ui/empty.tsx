import type { ReactNode } from 'react';
import { SteamingBowl } from './steaming-bowl.tsx';

/** Where nothing is yet: says what will be here and how to begin. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rise flex flex-col items-start gap-3 py-10 sm:py-14">
      <SteamingBowl />
      <h2>{title}</h2>
      <div className="max-w-[34rem] text-ink-2">{children}</div>
      {action ? <div className="pt-2">{action}</div> : null}
    </div>
  );
}
