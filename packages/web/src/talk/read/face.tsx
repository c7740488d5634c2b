import { Trans, useLingui } from '@lingui/react/macro';
import type { PresentedAlias } from '@teahouse/client/talk/present';
import type { Alias, Label } from '@teahouse/contract/talk';
import { aliasOf, fromBase64url } from '@teahouse/protocol';
import type { ReactNode } from 'react';
import { Mask } from '../../ui/mask.tsx';
import { useLabelWords } from './label-words.ts';

/** Name and mask of a single alias, where no thread is at hand to number equal names. */
export function presentOne(alias: Alias): PresentedAlias {
  return { ...aliasOf(fromBase64url(alias.pseudonym, 48)), numeral: null };
}

/** The alias's name in the language on the screen, numbered where two in a thread drew the same. */
export function useAliasName(): (alias: PresentedAlias) => string {
  const { i18n } = useLingui();
  return ({ zh, en, numeral }) => {
    const name = i18n.locale === 'zh' ? zh : en;
    return numeral === null ? name : `${name} ${numeral}`;
  };
}

/** A label with the mark that its credential was checked; the bare alias is set quietly, it claims nothing. */
export function LabelWords({ label }: { label: Label }) {
  const words = useLabelWords()(label);
  return label.kind === 'alias' ? (
    <span className="text-ink-2">{words}</span>
  ) : (
    <span className="verified text-celadon">{words}</span>
  );
}

interface FaceProps {
  readonly alias: Alias;
  readonly presented: PresentedAlias;
  readonly size?: number;
  readonly opener?: boolean;
  readonly mine?: boolean;
  readonly meta?: ReactNode;
}

/** Who speaks: mask, name, what they are, and when. */
export function Face({ alias, presented, size = 44, opener, mine, meta }: FaceProps) {
  const name = useAliasName()(presented);
  return (
    <div className="flex items-center gap-3">
      <Mask bytes={presented.mask} size={size} />
      <div className="min-w-0 leading-snug">
        <div className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{name}</span>
          {opener ? (
            <span className="chip">
              <Trans>OP</Trans>
            </span>
          ) : null}
          {mine ? (
            <span className="chip border-transparent bg-celadon text-paper">
              <Trans>you</Trans>
            </span>
          ) : null}
        </div>
        <div className="text-[0.86rem]">
          <LabelWords label={alias.label} />
          {meta ? (
            <span className="text-ink-2">
              <span aria-hidden="true"> · </span>
              {meta}
            </span>
          ) : null}
        </div>
      </div>
    </div>
  );
}
