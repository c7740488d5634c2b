import type { ReactNode } from 'react';

/** A part of the settings, with a name that can be linked to. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className="mt-14 scroll-mt-24 first:mt-0">
      <h2>{title}</h2>
      {lead ? <p className="mt-1 text-[0.95rem] text-ink-2">{lead}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}

/** One thing with its state, and beside it what can be done about it. */
export function Row({ name, children, acts }: { name: ReactNode; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 border-t border-line py-2">
      <div className="min-w-0 flex-1">
        <p className="break-words">{name}</p>
        {children ? (
          <div className="break-words text-[0.9rem] text-ink-2 [overflow-wrap:anywhere]">{children}</div>
        ) : null}
      </div>
      {acts ? <div className="flex shrink-0 flex-wrap gap-x-4">{acts}</div> : null}
    </div>
  );
}
