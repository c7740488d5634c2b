import { Trans, useLingui } from '@lingui/react/macro';
import type { OrderReason, ReportedPart, Thing } from '@teahouse/contract/members';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { WordsField } from './parts.tsx';
import { orderWords, parts, partWords, reasons, reasonWords } from './words.ts';

/** Where a member is reported: the member, or a part of the page. */
function What({ part, onChange }: { part: ReportedPart | ''; onChange: (part: ReportedPart | '') => void }) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t`What it is about`}</label>
      <select
        id={id}
        className="input"
        value={part}
        onChange={(event) => onChange(parts.find((one) => one === event.target.value) ?? '')}
      >
        <option value="">{t`The member as a whole`}</option>
        {parts.map((one) => (
          <option key={one} value={one}>
            {t(partWords[one])}
          </option>
        ))}
      </select>
    </div>
  );
}

function Reasons({
  chosen,
  onChoose,
}: {
  chosen: OrderReason | undefined;
  onChoose: (one: OrderReason) => void;
}) {
  const { t } = useLingui();
  const name = useId();
  return (
    <fieldset>
      <legend className="pb-1.5 text-[0.95rem] font-semibold">
        <Trans>What is wrong with it?</Trans>
      </legend>
      {reasons.map((reason) => (
        <label
          key={reason}
          className="flex min-h-11 cursor-pointer items-center gap-3 border-t border-line py-1.5 has-checked:bg-celadon-soft"
        >
          <input
            type="radio"
            name={name}
            value={reason}
            required
            checked={reason === chosen}
            onChange={() => onChoose(reason)}
            className="ml-1 accent-(--celadon)"
          />
          {t(reasonWords[reason])}
        </label>
      ))}
    </fieldset>
  );
}

/** Reports a member, a post, a comment or a note to the moderators of the named half. */
export function ReportSheet({ thing, onClose }: { thing: Thing; onClose: () => void }) {
  const { t } = useLingui();
  const [reason, setReason] = useState<OrderReason>();
  const [part, setPart] = useState<ReportedPart | ''>('');
  const [words, setWords] = useState('');
  const [done, setDone] = useState(false);
  const send = useAction(async () => {
    if (!reason) return;
    const about: Thing = thing.kind === 'member' && part ? { kind: 'part', id: thing.id, part } : thing;
    await membersApi.report({ body: { thing: about, reason, words: words.trim() } });
    setDone(true);
  });
  if (done)
    return (
      <Sheet title={t`Reported`} onClose={onClose}>
        <p role="status">
          <Trans>
            Thank you. A moderator looks at it; what came of it stands under “Decisions about me”.
          </Trans>
        </p>
        <button type="button" className="btn mt-5" onClick={onClose}>
          <Trans>Done</Trans>
        </button>
      </Sheet>
    );
  return (
    <Sheet title={t`Report`} onClose={onClose}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run();
        }}
      >
        {thing.kind === 'member' ? <What part={part} onChange={setPart} /> : null}
        <Reasons chosen={reason} onChoose={setReason} />
        <WordsField
          label={t`In words, if you like`}
          value={words}
          most={500}
          required={false}
          onChange={setWords}
          hint={
            thing.kind === 'note' || thing.kind === 'message' || thing.kind === 'invitation' ? (
              <Trans>
                Moderators see your name beside it. It was written to you, so its author can guess.
              </Trans>
            ) : (
              <Trans>Moderators see your name beside it. The member does not.</Trans>
            )
          }
        />
        {send.error ? <ErrorNotice error={send.error} words={orderWords} /> : null}
        <Submit pending={send.pending}>
          <Trans>Report</Trans>
        </Submit>
      </form>
    </Sheet>
  );
}
