import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { Reaction } from '@teahouse/contract/talk';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Gate } from '../write/gate.tsx';
import { LabelChooser } from '../write/label-chooser.tsx';
import { refusalWords } from '../write/refusal-words.ts';
import { Unpainted } from '../write/unpainted.tsx';
import { useLabelChoice } from '../write/use-label-choice.ts';
import { Mark } from './marks.tsx';
import { reactionWords } from './words.ts';

interface SheetProps {
  readonly where: { readonly room: string; readonly thread: string; readonly target: string };
  readonly reaction: Reaction;
  readonly onClose: () => void;
  readonly onEntered: () => void;
}

function Entering(props: SheetProps & { client: Teahouse }) {
  const { client, where, reaction, onClose, onEntered } = props;
  const { t } = useLingui();
  const label = useLabelChoice(client);
  const [error, setError] = useState<unknown>();
  async function react(): Promise<void> {
    if (!label.chosen) return;
    const { kind, company } = label.chosen;
    try {
      await client.outbox.add({ kind: 'react', ...where, reaction, label: { kind, company } });
      onEntered();
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
  }
  return (
    <div className="space-y-5">
      <div className="flex items-center gap-5">
        <Unpainted size={64} />
        <p className="min-w-0 flex-1 text-[0.95rem]">
          <Trans>
            You have no mask in this thread yet. It is painted from your key when this leaves, and you wear it
            for all that you say here, and nowhere else.
          </Trans>
        </p>
      </div>
      {label.error ? (
        <ErrorNotice error={label.error} words={refusalWords} />
      ) : (
        <LabelChooser state={label} />
      )}
      {error ? <ErrorNotice error={error} words={refusalWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <button type="button" className="btn" disabled={!label.chosen} onClick={() => void react()}>
          <Mark of={reaction} />
          {t(reactionWords[reaction])}
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          <Trans>Not now</Trans>
        </button>
      </p>
    </div>
  );
}

/** Before the first reaction in a thread: who one becomes there. Whoever can't speak yet is told how to. */
export function EnterSheet(props: SheetProps) {
  const { t } = useLingui();
  return (
    <Sheet title={t`Your first reaction in this thread`} onClose={props.onClose}>
      <Gate>{(client) => <Entering client={client} {...props} />}</Gate>
    </Sheet>
  );
}
