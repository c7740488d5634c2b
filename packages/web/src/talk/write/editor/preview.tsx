import { useLingui } from '@lingui/react/macro';
import { useCalledIn } from '../../text/use-called.tsx';
import { Words } from '../../text/words.tsx';

/** A text as it will stand in the thread, painted by the same hand. */
export function Preview({ text }: { text: string }) {
  const { t } = useLingui();
  const called = useCalledIn(text);
  return (
    <section
      aria-label={t`Preview`}
      data-preview
      className="max-h-[45vh] overflow-y-auto border-b border-line pt-1 pb-3"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by key
      tabIndex={0}
    >
      <Words text={text} called={called} />
    </section>
  );
}
