import { Trans, useLingui } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { painted } from '../text/painted.ts';
import { quoteOf } from '../text/quote.ts';
import { useThread } from './thread-context.ts';

const icon = (
  <svg
    viewBox="0 0 24 24"
    width={17}
    height={17}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M5 5.500v13M10 8h9M10 12h9M10 16h5" />
  </svg>
);

/** What is selected within the words of a post. */
function selectedIn(post: string): string {
  const words = document.getElementById(`p-${post}`)?.querySelector('.words');
  const selection = getSelection();
  const inside =
    words?.contains(selection?.anchorNode ?? null) && words.contains(selection?.focusNode ?? null);
  return inside ? (selection?.toString().trim() ?? '') : '';
}

/** Puts a post's words, or what is selected of them, into the reply as a quotation. */
export function QuoteAct({ post, who }: { post: Post; who: string }) {
  const { t } = useLingui();
  const { setWriting } = useThread();
  const quote = () => {
    const words = painted(selectedIn(post.id) || (post.body?.text ?? ''));
    setWriting({ kind: 'reply', post, quote: quoteOf(words) });
  };
  return (
    <button
      type="button"
      className="act brief"
      aria-label={t`Quote ${who}`}
      // The press would end the selection before the click is heard.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={quote}
    >
      {icon}
      <span>
        <Trans>Quote</Trans>
      </span>
    </button>
  );
}
