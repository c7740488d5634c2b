import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Delay, OutboxItem, Teahouse } from '@teahouse/client';
import type { Room } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { loadCatalog } from '../../shell/locale.ts';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { useInsideCompany } from '../inside/inside-company.ts';
import { languageOf } from '../read/lang.ts';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading, threadsOf } from '../read/readings.ts';
import { askable } from '../votes/poll-draft.ts';
import { DelayChoice } from './delay-choice.tsx';
import { DraftPictures } from './draft-pictures.tsx';
import { ExposureLine } from './exposure/exposure-line.tsx';
import { Underlines } from './exposure/underlines.tsx';
import { useExposure } from './exposure/use-exposure.ts';
import { Gate, WhileTrusted } from './gate.tsx';
import { LabelChooser } from './label-chooser.tsx';
import { composedPictures } from './pictures/composed.ts';
import { refusalWords } from './refusal-words.ts';
import { Sending } from './sending.tsx';
import { faultOf, TextField } from './text-field.tsx';
import { TokensLeft } from './tokens-left.tsx';
import { Unpainted } from './unpainted.tsx';
import { useDraft } from './use-draft.ts';
import { useLabelChoice } from './use-label-choice.ts';

const route = getRouteApi('/talk/r/$room/new');

const PollEditor = lazy(async () => {
  const [{ PollEditor }] = await Promise.all([import('../votes/poll-editor.tsx'), loadCatalog('votes')]);
  return { default: PollEditor };
});

/** What gives an author away, said before and not after. */
function Care() {
  return (
    <div className="notice warm text-[0.92rem] text-ink-2">
      <p>
        <Trans>
          No cryptography hides what the words themselves tell. Leave out exact dates, head counts, levels and
          anything only a few people know; and do not write from a work device or the company's network.
        </Trans>
      </p>
    </div>
  );
}

function Composer({
  client,
  room: found,
  id: room,
  onAdded,
}: {
  client: Teahouse;
  room: Room | undefined;
  id: string;
  onAdded: (id: string) => void;
}) {
  const { t } = useLingui();
  const { draft, change, clear } = useDraft(client, `room/${room}`);
  const label = useLabelChoice(client, useInsideCompany(room));
  const [delay, setDelay] = useState<Delay>();
  const [preparing, setPreparing] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const titleField = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const title = draft.title ?? '';
  const exposure = useExposure(draft);
  const underlines = (field: 'title' | 'text') => exposure.hints.filter((hint) => hint.field === field);

  const form = useRef<HTMLFormElement>(null);
  const focusFault = () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();

  async function submit(): Promise<void> {
    setTried(true);
    if (faultOf(title, talkLimits.titleCharacters)) return titleField.current?.focus();
    if (faultOf(draft.text, talkLimits.textCharacters)) return textField.current?.focus();
    const poll = draft.poll && askable(draft.poll);
    if (poll === null || !label.chosen) return focusFault();
    if (!(await exposure.mayGo())) return;
    try {
      const { kind, company } = label.chosen;
      const said = {
        title: title.trim(),
        text: draft.text.trim(),
        lang: languageOf(`${title} ${draft.text}`),
        ...(poll ? { poll } : {}),
        ...composedPictures(draft.pictures),
        ...(delay ? { within: delay } : {}),
      };
      const item = await client.outbox.add({ kind: 'thread', room, ...said, label: { kind, company } });
      clear();
      onAdded(item.id);
    } catch (thrown) {
      setError(thrown);
    }
  }

  return (
    <form
      ref={form}
      className="space-y-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        singleLine
        label={t`Title`}
        value={title}
        onChange={(value) => change({ title: value })}
        tried={tried}
        limit={talkLimits.titleCharacters}
        inputRef={titleField}
        over={<Underlines singleLine field={titleField} value={title} hints={underlines('title')} />}
      />
      <TextField
        label={t`What is it about?`}
        rows={7}
        value={draft.text}
        onChange={(text) => change({ text })}
        tried={tried}
        onSubmit={() => void submit()}
        inputRef={textField}
        over={<Underlines field={textField} value={draft.text} hints={underlines('text')} />}
      />
      <ExposureLine exposure={exposure} fields={{ title: titleField, text: textField }} />
      <Suspense fallback={<div className="min-h-11" />}>
        <PollEditor poll={draft.poll} onChange={(poll) => change({ poll })} room={found} tried={tried} />
      </Suspense>
      <DraftPictures
        value={draft.pictures}
        onChange={(pictures) => change({ pictures })}
        area={form}
        onBusy={setPreparing}
      />
      <Care />
      {label.error ? (
        <ErrorNotice error={label.error} words={refusalWords} />
      ) : (
        <LabelChooser state={label} />
      )}
      {error ? <ErrorNotice error={error} words={refusalWords} /> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" className="btn" disabled={!label.chosen || preparing}>
          <Trans>Open the thread</Trans>
        </button>
        <span className="text-[0.86rem] text-ink-2">
          {draft.pictures?.length ? <Trans>costs three tokens</Trans> : <Trans>costs two tokens</Trans>}
        </span>
        <TokensLeft client={client} />
        <DelayChoice value={delay} onChange={setDelay} />
      </div>
    </form>
  );
}

/** A thread on its way: when it has arrived, the page goes there, where the outbox lets go of it once it is shown. */
function OnItsWay({ client, item }: { client: Teahouse; item: OutboxItem }) {
  const navigate = useNavigate();
  const { state, compose } = item;
  useEffect(() => {
    if (state.name !== 'sent') return;
    void threadsOf(null).refresh();
    void threadsOf(compose.room).refresh();
    void navigate({
      to: '/r/$room/t/$thread',
      params: { room: compose.room, thread: state.thread },
      replace: true,
    });
  }, [state, compose.room, navigate]);
  return (
    <div className="rise flex flex-wrap items-center gap-x-10 gap-y-6 border-t border-line py-10">
      <Unpainted size={112} />
      <div className="min-w-0 flex-1 basis-72 space-y-3">
        <h2 className="text-[1.3rem]">{compose.kind === 'thread' ? compose.title : ''}</h2>
        <Sending client={client} item={item} />
        <p className="text-[0.92rem] text-ink-2">
          <Trans>
            Your device proves that one of the signed keys is yours, without showing which. The mask follows
            from that key and this thread: nobody chooses it.
          </Trans>
        </p>
      </div>
    </div>
  );
}

function ComposeOrWait({ client, room, id }: { client: Teahouse; room: Room | undefined; id: string }) {
  const [added, setAdded] = useState<string>();
  const outbox = useObserved(client.outbox);
  const item = outbox.find(({ id }) => id === added);
  return item ? (
    <OnItsWay client={client} item={item} />
  ) : (
    <WhileTrusted client={client}>
      <Composer client={client} room={room} id={id} onAdded={setAdded} />
    </WhileTrusted>
  );
}

/** Where a thread is written. */
export function ComposePage() {
  const { room: id } = route.useParams();
  const { t } = useLingui();
  const name = useName();
  const rooms = useReading(roomsReading);
  const room = rooms.data?.find((entry) => entry.id === id);
  useTitle(t`A new thread`);
  return (
    <div className="page pt-6 sm:pt-9">
      <div className="column">
        <p className="text-[0.95rem] text-celadon">{room ? name(room.name) : <>&nbsp;</>}</p>
        <h1 className="mb-6">
          <Trans>A new thread</Trans>
        </h1>
        <Gate>{(client) => <ComposeOrWait client={client} room={room} id={id} />}</Gate>
      </div>
    </div>
  );
}
