import type { Delay, LabelOption, Teahouse } from '@teahouse/client';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useEffect, useState } from 'react';
import { languageOf } from '../read/lang.ts';
import { useThread } from '../read/thread-context.ts';
import { mentionsIn } from '../text/mentions.ts';
import { withQuote } from '../text/quote.ts';
import { composedPictures } from './pictures/composed.ts';
import { faultOf } from './text-field.tsx';
import { useDraft } from './use-draft.ts';

/**
 * The text that is being written in the thread on the screen, a reply or a new wording, and its way into the outbox.
 * `submit` resolves to false where the field needs another look.
 */
export function useAnswer(client: Teahouse, label: LabelOption | undefined) {
  const { view, writing, setWriting, presented } = useThread();
  const [delay, setDelay] = useState<Delay>();
  const { room, id: thread } = view.thread;
  const editing = writing?.kind === 'edit' ? writing.post : null;
  const scope = editing ? (`post/${editing.id}` as const) : (`thread/${thread}` as const);
  const { draft, ready, change, clear } = useDraft(client, scope, { text: editing?.body?.text ?? '' });
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  // A quotation joins what was written before, so it waits for that; it is put in once.
  useEffect(() => {
    if (!ready || !writing?.quote) return;
    const { quote, ...rest } = writing;
    change({ text: withQuote(draft.text, quote) });
    setWriting(rest);
  }, [ready, writing, setWriting, change, draft.text]);
  const target = writing?.post ?? view.posts.find(({ seq }) => seq === 0);

  async function submit(): Promise<boolean> {
    setTried(true);
    if (!target || faultOf(draft.text, talkLimits.textCharacters)) return false;
    const text = draft.text.trim();
    const named = mentionsIn(text, presented);
    const mentions = named.length > 0 ? { mentions: named } : {};
    const where = { room, thread, target: target.id, ...mentions };
    const title = editing?.body?.title === undefined ? {} : { title: editing.body.title };
    const as = label ? { label: { kind: label.kind, company: label.company } } : {};
    try {
      await client.outbox.add(
        editing
          ? { kind: 'edit', ...where, text, ...title }
          : {
              kind: 'reply',
              ...where,
              text,
              lang: languageOf(text),
              ...as,
              ...composedPictures(draft.pictures),
              ...(delay ? { within: delay } : {}),
            },
      );
    } catch (thrown) {
      setError(thrown);
      return false;
    }
    clear();
    setTried(false);
    setError(undefined);
    setWriting(null);
    return true;
  }
  return { draft, change, tried, error, submit, delay, setDelay };
}
