import { Plural, Trans } from '@lingui/react/macro';
import type { Entry } from '@teahouse/protocol/record';
import { SlotTime } from '../ui/time.tsx';

const slotMinutes = 5;
/** The end of the slot: by then at the latest. */
const timeOf = (slot: number): string => new Date((slot + 1) * slotMinutes * 60_000).toISOString();

/** What an entry of talk's log says, in one line. */
export function EntryWords({ entry }: { entry: Entry }) {
  switch (entry.type) {
    case 'log': {
      const { instance } = entry;
      return <Trans>Here the log of {instance} begins</Trans>;
    }
    case 'acts':
      return (
        <>
          <Plural value={entry.n} one="# act accepted by" other="# acts accepted by" />{' '}
          <SlotTime slot={timeOf(entry.slot)} />
        </>
      );
    case 'token-key': {
      const { month } = entry;
      return <Trans>Key for the posting tokens of {month}</Trans>;
    }
    case 'web': {
      const { files } = entry;
      return <Trans>The web app was changed: {files} files</Trans>;
    }
    case 'event':
      return (
        <>
          <span className="font-mono text-[0.85rem]">{entry.code}</span> <bdi>{entry.text}</bdi>
        </>
      );
    default:
      return <span className="font-mono text-[0.85rem]">{entry.type}</span>;
  }
}
