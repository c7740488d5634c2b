import { Trans, useLingui } from '@lingui/react/macro';
import { Sheet } from '../../../ui/sheet.tsx';

/** The whole rule of the hot list: nothing else goes into it. `threads/heat.ts` of talk. */
export function HotSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Sheet title={t`How the hot list is made`} onClose={onClose}>
      <div className="max-w-[36rem] space-y-4">
        <p>
          <Trans>
            A thread starts with the time at which it was opened. Each time the number of people in it
            doubles, it counts as twelve hours younger. The youngest stands on top.
          </Trans>
        </p>
        <ul className="tabular space-y-1 border-y border-line py-4 text-ink-2">
          <li>
            <Trans>One person talks alone: twelve hours</Trans>
          </li>
          <li>
            <Trans>Three people: a day</Trans>
          </li>
          <li>
            <Trans>Seven people: a day and a half</Trans>
          </li>
          <li>
            <Trans>A hundred and twenty-seven: three and a half days</Trans>
          </li>
        </ul>
        <p>
          <Trans>
            A person counts once, however much it writes or reacts: whoever takes part has shown a credential,
            and has one mask in the thread. Nobody can heat a thread alone.
          </Trans>
        </p>
        <p>
          <Trans>
            Nothing is bought, nobody picks, and the list is the same for everyone. “Top” counts people alone,
            among the threads opened within a day or a week.
          </Trans>
        </p>
      </div>
    </Sheet>
  );
}
