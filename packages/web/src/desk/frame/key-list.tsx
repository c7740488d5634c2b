import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Sheet } from '../../ui/sheet.tsx';
import { setKeysOn, useKeys, useKeysOn } from './use-keys.ts';

const keys: readonly (readonly [keys: readonly string[], does: MessageDescriptor])[] = [
  [['j', '↓'], msg`Next one`],
  [['k', '↑'], msg`The one before`],
  [['Enter'], msg`Open the case`],
  [['a'], msg`Assign to me, or put back`],
  [['1', '…', '9'], msg`Pick an action; in the queue it opens the case with it`],
  [['w'], msg`To the words of the decision`],
  [['Ctrl', 'Enter'], msg`Decide`],
  [['z'], msg`Take the last decision back, for ten seconds`],
  [['n'], msg`Write a note`],
  [['p'], msg`Show or cover the pictures`],
  [['s'], msg`Next similar post`],
  [['u'], msg`Back to the queue`],
  [['?'], msg`This list`],
];

/** The name of a key. As a hint beside what it does it is not shown in narrow windows, where there is seldom a keyboard. */
export const Key = ({ children, hint = true }: { children: string; hint?: boolean }) => (
  <kbd
    className={`inline-block min-w-6 rounded border border-line bg-paper px-1.5 text-center font-mono text-[0.78rem] leading-6 text-ink ${hint ? 'max-md:hidden' : ''}`}
  >
    {children}
  </kbd>
);

function List() {
  const { t } = useLingui();
  const on = useKeysOn();
  return (
    <>
      <dl className="divide-y divide-line">
        {keys.map(([names, does]) => (
          <div key={names.join('+')} className="flex items-baseline gap-4 py-1.5">
            <dt className="flex w-28 flex-none gap-1">
              {names.map((name) =>
                name === '…' ? (
                  <span key={name}>…</span>
                ) : (
                  <Key key={name} hint={false}>
                    {name}
                  </Key>
                ),
              )}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
          className="size-5 accent-celadon"
        />
        <Trans>Single keys act on this device</Trans>
      </label>
    </>
  );
}

/** The list of keys, behind `?` and behind a button. */
export function KeyList() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return (
    <>
      <button type="button" className="act" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Key>?</Key>
        <Trans>Keys</Trans>
      </button>
      {open ? (
        <Sheet title={t`Keys of the desk`} onClose={() => setOpen(false)}>
          <List />
        </Sheet>
      ) : null}
    </>
  );
}
