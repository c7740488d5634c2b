import { Trans, useLingui } from '@lingui/react/macro';
import type { Room } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import type { Poll } from '@teahouse/protocol';
import { useEffect, useId, useRef } from 'react';
import { CloseIcon } from '../../ui/icons.tsx';
import { useCompanyName } from './ballot-notes.tsx';
import { emptyPoll, moved, type OptionFault, optionFaults } from './poll-draft.ts';

interface PollEditorProps {
  /** Undefined: none is asked. */
  readonly poll: Poll | undefined;
  readonly onChange: (poll: Poll | undefined) => void;
  readonly room: Room | undefined;
  /** Whether faults are shown: after the first try to send. */
  readonly tried: boolean;
}

const Arrow = ({ down }: { down?: boolean }) => (
  <svg
    viewBox="0 0 24 24"
    width="18"
    height="18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.600"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={down ? 'M12 5v13M6.500 13 12 18.500 17.500 13' : 'M12 19V6M6.500 11 12 5.500 17.500 11'} />
  </svg>
);

function Fault({ fault }: { fault: OptionFault }) {
  if (fault === 'empty') return <Trans>A poll has at least two options.</Trans>;
  if (fault === 'twice') return <Trans>This option is there already.</Trans>;
  return <Trans>An option has at most {talkLimits.optionCharacters} characters.</Trans>;
}

interface OptionFieldProps {
  readonly place: number;
  readonly count: number;
  readonly value: string;
  readonly fault: OptionFault;
  readonly onChange: (value: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function OptionField(props: OptionFieldProps) {
  const { place, count, value, fault, onChange, onMove, onRemove } = props;
  const { t } = useLingui();
  const id = useId();
  const n = place + 1;
  return (
    <li className="py-1">
      <div className="flex items-center gap-0.5">
        <input
          id={id}
          className="input mr-1.5 min-w-0"
          aria-label={t`Option ${n}`}
          placeholder={t`Option ${n}`}
          value={value}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="icon-btn"
          aria-label={t`Option ${n} up`}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        >
          <Arrow />
        </button>
        <button
          type="button"
          className="icon-btn"
          aria-label={t`Option ${n} down`}
          disabled={n === count}
          onClick={() => onMove(1)}
        >
          <Arrow down />
        </button>
        <button
          type="button"
          className="icon-btn"
          aria-label={t`Remove option ${n}`}
          disabled={count <= talkLimits.pollOptionsLeast}
          onClick={onRemove}
        >
          <CloseIcon />
        </button>
      </div>
      <p id={`${id}-note`} className="text-[0.84rem] text-cinnabar empty:hidden">
        {fault ? <Fault fault={fault} /> : null}
      </p>
    </li>
  );
}

function Options({ poll, onChange, tried }: { poll: Poll; onChange: (poll: Poll) => void; tried: boolean }) {
  const { options } = poll;
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(options.length);
  useEffect(() => {
    if (options.length > before.current)
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
    before.current = options.length;
  }, [options.length]);
  const put = (next: readonly string[]) => onChange({ ...poll, options: [...next] });
  const faults = optionFaults(options);
  return (
    <>
      <ul ref={list}>
        {options.map((option, place) => {
          const fault = faults[place] ?? null;
          return (
            <OptionField
              // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place while it is written
              key={place}
              place={place}
              count={options.length}
              value={option}
              fault={tried || (fault !== 'empty' && fault !== null) ? fault : null}
              onChange={(value) => put(options.with(place, value))}
              onMove={(by) => put(moved(options, place, by))}
              onRemove={() => put(options.toSpliced(place, 1))}
            />
          );
        })}
      </ul>
      {options.length < talkLimits.pollOptions ? (
        <button type="button" className="act" onClick={() => put([...options, ''])}>
          <Trans>+ Another option</Trans>
        </button>
      ) : null}
    </>
  );
}

/** Who may vote: in a room of a company its people alone, if the opener wishes so; where only they read, always. */
function Voters({
  poll,
  onChange,
  room,
}: {
  poll: Poll;
  onChange: (poll: Poll) => void;
  room: Room | undefined;
}) {
  const companyName = useCompanyName();
  const name = useId();
  if (!room?.company || room.access === 'colleagues') return null;
  const company = companyName(room.company);
  const ways = [
    ['everyone', <Trans key="everyone">Everyone who is verified</Trans>],
    ['colleagues', <Trans key="colleagues">Colleagues of {company} alone</Trans>],
  ] as const;
  return (
    <fieldset className="pt-2">
      <legend className="text-[0.9rem] text-ink-2">
        <Trans>Who votes</Trans>
      </legend>
      {ways.map(([voters, words]) => (
        <label key={voters} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={name}
            className="h-5 w-5 accent-celadon"
            checked={poll.voters === voters}
            onChange={() => onChange({ ...poll, voters })}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

/** A question to everybody, beside the words of a new thread. */
export function PollEditor({ poll, onChange, room, tried }: PollEditorProps) {
  if (!poll) {
    const voters = room?.access === 'colleagues' ? 'colleagues' : 'everyone';
    return (
      <button type="button" className="act" onClick={() => onChange(emptyPoll(voters))}>
        <Trans>+ Ask with a poll</Trans>
      </button>
    );
  }
  return (
    <fieldset className="rise" data-poll-editor>
      <legend className="font-semibold text-[0.95rem]">
        <Trans>Poll</Trans>
      </legend>
      <Options poll={poll} onChange={onChange} tried={tried} />
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="h-5 w-5 accent-celadon"
          checked={poll.multiple}
          onChange={(event) => onChange({ ...poll, multiple: event.target.checked })}
        />
        <Trans>One person may choose several</Trans>
      </label>
      <Voters poll={poll} onChange={onChange} room={room} />
      <p className="pt-1 text-[0.86rem] text-ink-2">
        <Trans>Open for {talkLimits.ballotDays} days. It can't be changed once the thread is there.</Trans>
      </p>
      <button type="button" className="act danger" onClick={() => onChange(undefined)}>
        <Trans>No poll after all</Trans>
      </button>
    </fieldset>
  );
}
