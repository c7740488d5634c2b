import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Mask } from '../../../ui/mask.tsx';
import { useAliasName } from '../../read/face.tsx';
import type { Callable } from './name-query.ts';
import type { NameChoice } from './use-names.ts';

export const optionId = (list: string, index: number): string => `${list}-${index}`;

interface NameListProps {
  readonly id: string;
  readonly choice: NameChoice;
  readonly onChoose: (chosen: Callable) => void;
}

/** The masks of the thread above the field in which a name is typed. The focus stays in the field. */
export function NameList({ id, choice: { found, active, setActive }, onChoose }: NameListProps) {
  const { t } = useLingui();
  const aliasName = useAliasName();
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen by key has to be seen
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <>
      {found.length > 0 ? (
        <div
          id={id}
          role="listbox"
          aria-label={t`Masks in this thread`}
          className="rise absolute inset-x-0 bottom-full z-20 mb-2 max-h-[40vh] overflow-y-auto rounded-xl border border-line bg-paper py-1 shadow-lg md:max-w-80"
        >
          {found.map((callable, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              key={callable.pseudonym}
              id={optionId(id, i)}
              ref={i === active ? current : null}
              role="option"
              aria-selected={i === active}
              className={`flex min-h-11 cursor-pointer items-center gap-3 px-3.5 py-1 ${i === active ? 'bg-celadon-soft' : ''}`}
              onMouseMove={() => setActive(i)}
              // Not the focus: it stays where one writes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(callable)}
            >
              <Mask bytes={callable.alias.mask} size={26} />
              <span className="truncate">{aliasName(callable.alias)}</span>
              {callable.opener ? (
                <span className="chip">
                  <Trans>OP</Trans>
                </span>
              ) : null}
            </div>
          ))}
        </div>
      ) : null}
      <span role="status" className="sr-only">
        {found.length > 0 ? (
          <Plural value={found.length} one="# mask to choose from" other="# masks to choose from" />
        ) : null}
      </span>
    </>
  );
}
