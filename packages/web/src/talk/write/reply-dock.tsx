import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { ThreadView } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { useInsideCompany } from '../inside/inside-company.ts';
import { LabelWords, useAliasName } from '../read/face.tsx';
import { useLabelWords } from '../read/label-words.ts';
import { QuoteLine } from '../read/post.tsx';
import { useThread, type Writing } from '../read/thread-context.ts';
import { useOwnAlias } from '../votes/use-own-alias.ts';
import { DelayChoice } from './delay-choice.tsx';
import { ClosedLine, SlowLine } from './dock-lines.tsx';
import { DraftPictures } from './draft-pictures.tsx';
import { ExposureLine } from './exposure/exposure-line.tsx';
import { Underlines } from './exposure/underlines.tsx';
import { useExposure } from './exposure/use-exposure.ts';
import { Gate, WhileTrusted } from './gate.tsx';
import { LabelChooser } from './label-chooser.tsx';
import { Meter } from './meter.tsx';
import { Pending } from './pending.tsx';
import { refusalWords } from './refusal-words.ts';
import { faultOf, TextField } from './text-field.tsx';
import { TokensLeft } from './tokens-left.tsx';
import { useAnswer } from './use-answer.ts';
import { type LabelChoiceState, useLabelChoice } from './use-label-choice.ts';

/** As whom: the alias that is worn here already, or the label that a new one will bear. */
function AsWhom({ client, label }: { client: Teahouse; label: LabelChoiceState }) {
  const aliasName = useAliasName();
  const words = useLabelWords();
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const own = useOwnAlias(client);
  if (own) {
    const name = aliasName(own.face);
    return (
      <p className="text-[0.88rem]">
        <Trans>You are {name} here:</Trans> {own.label ? <LabelWords label={own.label} /> : null}
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

/** What is being written: which post it answers or changes. With a cross to turn back to the thread itself. */
function About({ writing, onDrop }: { writing: Writing; onDrop: () => void }) {
  const { t } = useLingui();
  return (
    <div className="flex items-center justify-between gap-3">
      <div className="min-w-0">
        {writing.kind === 'edit' ? (
          <span className="text-[0.9rem] font-semibold">
            <Trans>Change your words; the earlier ones stay readable</Trans>
          </span>
        ) : (
          <QuoteLine post={writing.post} />
        )}
      </div>
      <button type="button" className="icon-btn" aria-label={t`Not this one`} onClick={onDrop}>
        <CloseIcon />
      </button>
    </div>
  );
}

/** What everybody reads in the thread already. */
const saidIn = ({ posts }: ThreadView): string[] =>
  posts.flatMap(({ body }) => [body?.title ?? '', body?.text ?? '']);

function Dock({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const { view, writing, setWriting } = useThread();
  const label = useLabelChoice(client, useInsideCompany(view.thread.room));
  const { draft, change, tried, error, submit, delay, setDelay } = useAnswer(client, label.chosen);
  const [preparing, setPreparing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [active, setActive] = useState(writing !== null);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const editing = writing?.kind === 'edit';
  const said = useMemo(() => saidIn(view), [view]);
  const exposure = useExposure(draft, said);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  const send = async () => {
    if (!faultOf(draft.text, talkLimits.textCharacters) && !(await exposure.mayGo())) return;
    if (!(await submit())) field.current?.focus();
  };
  return (
    <form
      ref={form}
      noValidate
      className="space-y-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SlowLine client={client} />
      {writing ? <About writing={writing} onDrop={() => setWriting(null)} /> : null}
      <TextField
        label={editing ? t`New wording` : t`Your reply`}
        hideLabel
        value={draft.text}
        onChange={(text) => change({ text })}
        placeholder={t`Say something… exact dates, head counts and levels give you away`}
        tried={tried}
        rows={1}
        tools={active || draft.text !== ''}
        onSubmit={() => void send()}
        inputRef={field}
        over={<Underlines field={field} value={draft.text} hints={exposure.hints} />}
        onFocus={() => setActive(true)}
      />
      {error ? <ErrorNotice error={error} words={refusalWords} /> : null}
      {active || draft.text ? <ExposureLine tight exposure={exposure} fields={{ text: field }} /> : null}
      {(active || draft.text) && !editing ? (
        <DraftPictures
          tight
          value={draft.pictures}
          onChange={(pictures) => change({ pictures })}
          area={form}
          onBusy={setPreparing}
        />
      ) : null}
      {active || draft.text ? (
        <div className="rise flex flex-wrap items-center gap-x-5 gap-y-2">
          {editing ? null : <AsWhom client={client} label={label} />}
          <TokensLeft client={client} />
          {editing ? null : <DelayChoice value={delay} onChange={setDelay} />}
          <button type="submit" className="btn ml-auto" disabled={preparing}>
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
  const { writing, view } = useThread();
  const { locked, state } = view.thread.order;
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
            <WhileTrusted client={client}>
              {locked || state !== 'shown' ? (
                <ClosedLine locked={locked} />
              ) : (
                <Dock key={key} client={client} />
              )}
            </WhileTrusted>
          </section>
        </>
      )}
    </Gate>
  );
}
