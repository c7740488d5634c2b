import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useEffect, useRef, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { LabelWords, useAliasName } from '../read/face.tsx';
import { languageOf } from '../read/lang.ts';
import { useLabelWords } from '../read/names.ts';
import { QuoteLine } from '../read/post.tsx';
import { useThread } from '../read/thread-context.ts';
import { Gate } from './gate.tsx';
import { LabelChooser } from './label-chooser.tsx';
import { Meter } from './meter.tsx';
import { Pending } from './pending.tsx';
import { refusalWords } from './refusal-words.ts';
import { faultOf, TextField } from './text-field.tsx';
import { TokensLeft } from './tokens-left.tsx';
import { useDraft } from './use-draft.ts';
import { type LabelChoiceState, useLabelChoice } from './use-label-choice.ts';

/** As whom: the alias that is worn here already, or the label that a new one will bear. */
function AsWhom({ client, label }: { client: Teahouse; label: LabelChoiceState }) {
  const { view, presented } = useThread();
  const aliasName = useAliasName();
  const words = useLabelWords();
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const own = client.aliases.own(view);
  const face = own && presented.get(own.pseudonym);
  if (own && face) {
    return (
      <p className="text-[0.88rem]">
        <Trans>You are {aliasName(face)} here:</Trans> <LabelWords label={own.label} />
      </p>
    );
  }
  const { chosen } = label;
  return (
    <div className="w-full">
      <button
        type="button"
        className="flex min-h-11 flex-wrap items-center gap-x-3 text-left text-[0.88rem]"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          {chosen === undefined ? (
            '…'
          ) : chosen.kind === 'alias' ? (
            <Trans>With nothing but a mask</Trans>
          ) : (
            <Trans>As “{words(chosen.label)}”</Trans>
          )}
        </span>
        {chosen ? <Meter n={chosen.n} /> : null}
        <span className="link">{open ? t`close` : t`change`}</span>
      </button>
      {open ? <LabelChooser state={label} /> : null}
    </div>
  );
}

function Dock({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const { view, writing, setWriting } = useThread();
  const { room, id: thread } = view.thread;
  const editing = writing?.kind === 'edit' ? writing.post : null;
  const scope = editing ? (`post/${editing.id}` as const) : (`thread/${thread}` as const);
  const { draft, change, clear } = useDraft(client, scope, { text: editing?.body?.text ?? '' });
  const label = useLabelChoice(client);
  const [tried, setTried] = useState(false);
  const [active, setActive] = useState(writing !== null);
  const [error, setError] = useState<unknown>();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useObserved(client.tokens);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);

  const target = writing?.post ?? view.posts.find(({ seq }) => seq === 0);
  async function submit(): Promise<void> {
    setTried(true);
    if (!target || faultOf(draft.text, talkLimits.textCharacters)) return field.current?.focus();
    const text = draft.text.trim();
    const where = { room, thread, target: target.id };
    const as = label.chosen ? { label: { kind: label.chosen.kind, company: label.chosen.company } } : {};
    const title = editing?.body?.title === undefined ? {} : { title: editing.body.title };
    try {
      await client.outbox.add(
        editing
          ? { kind: 'edit', ...where, text, ...title }
          : { kind: 'reply', ...where, text, lang: languageOf(text), ...as },
      );
      clear();
      setTried(false);
      setError(undefined);
      setWriting(null);
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <form
      noValidate
      className="space-y-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {writing ? (
        <div className="flex items-center justify-between gap-3">
          <div className="min-w-0">
            {editing ? (
              <span className="text-[0.9rem] font-semibold">
                <Trans>Change your words; the earlier ones stay readable</Trans>
              </span>
            ) : (
              <QuoteLine post={writing.post} />
            )}
          </div>
          <button
            type="button"
            className="icon-btn"
            aria-label={t`Not this one`}
            onClick={() => setWriting(null)}
          >
            <CloseIcon />
          </button>
        </div>
      ) : null}
      <TextField
        label={editing ? t`New wording` : t`Your reply`}
        hideLabel
        value={draft.text}
        onChange={(text) => change({ text })}
        placeholder={t`Say something… exact dates, head counts and levels give you away`}
        tried={tried}
        rows={1}
        onSubmit={() => void submit()}
        inputRef={field}
        onFocus={() => setActive(true)}
      />
      {error ? <ErrorNotice error={error} words={refusalWords} /> : null}
      {active || draft.text ? (
        <div className="rise flex flex-wrap items-center gap-x-5 gap-y-2">
          {editing ? null : <AsWhom client={client} label={label} />}
          <TokensLeft client={client} />
          <button type="submit" className="btn ml-auto">
            {editing ? <Trans>Change it</Trans> : <Trans>Reply</Trans>}
          </button>
        </div>
      ) : null}
    </form>
  );
}

/** The place to answer, at the foot of the page, in reach while one reads. */
export function ReplyDock() {
  const { t } = useLingui();
  const { writing } = useThread();
  const key = writing ? `${writing.kind}/${writing.post.id}` : 'thread';
  return (
    <Gate>
      {(client) => (
        <>
          <Pending client={client} />
          <section
            aria-label={t`Answer`}
            className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-3 border-t border-line bg-paper px-3 py-3 md:bottom-0"
          >
            <Dock key={key} client={client} />
          </section>
        </>
      )}
    </Gate>
  );
}
