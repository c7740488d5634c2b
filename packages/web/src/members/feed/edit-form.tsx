import { Trans, useLingui } from '@lingui/react/macro';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Submit, useAction } from '../form.tsx';
import { feedWords } from './words.ts';

/** Words of one's own, to be changed in their place. */
export function EditForm({
  text: before,
  most = membersLimits.postCharacters,
  onSave,
  onClose,
}: {
  text: string;
  most?: number;
  onSave: (text: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(before);
  const save = useAction(async () => {
    await onSave(text);
    onClose();
  });
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <textarea
        className="input min-h-24"
        aria-label={t`Your words`}
        maxLength={most}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {save.error ? <ErrorNotice error={save.error} words={feedWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <Submit pending={save.pending}>
          <Trans>Save</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={onClose}>
          <Trans>Cancel</Trans>
        </button>
      </p>
    </form>
  );
}
