import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { PresentedAlias } from '@teahouse/client/talk/present';
import type { Alias } from '@teahouse/contract/talk';
import type { ReactNode } from 'react';
import { useLabelOf } from '../../talk/read/label-of.ts';
import { Mask } from '../../ui/mask.tsx';
import { directoryQuery } from '../data/queries.ts';

/** Who speaks, as every reader of the thread sees it: mask, name, label. Nothing else is known here either. */
export function DeskFace({
  alias,
  presented,
  meta,
}: {
  alias: Alias;
  presented: PresentedAlias;
  meta: ReactNode;
}) {
  const { i18n } = useLingui();
  const { data: directory } = useQuery(directoryQuery);
  const label = useLabelOf(directory)(alias.label);
  const { zh, en, numeral, mask } = presented;
  const name = i18n.locale === 'zh' ? zh : en;
  return (
    <div className="flex items-center gap-2.5">
      <Mask bytes={mask} size={26} />
      <p className="min-w-0 text-[0.88rem] leading-snug">
        <span className="font-semibold">{numeral === null ? name : `${name} ${numeral}`}</span>{' '}
        <span className="text-ink-2">
          {label}
          <span aria-hidden="true"> · </span>
          {meta}
        </span>
      </p>
    </div>
  );
}
