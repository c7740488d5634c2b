import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { segmentsOf } from './move-hints.ts';
import type { Hint } from './types.ts';

/** What decides where a field breaks its lines; copied by CSSOM, which the content policy lets pass. */
const metrics = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-size',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-autospace',
  'text-indent',
  'text-rendering',
  'text-spacing-trim',
  'word-break',
  'word-spacing',
];

/** Lays the mirror over the field: same box without borders and scroll bar, same letters, scrolled alike. */
function fit(field: HTMLElement, pane: HTMLElement, words: HTMLElement): void {
  const style = getComputedStyle(field);
  for (const name of metrics) words.style.setProperty(name, style.getPropertyValue(name));
  pane.style.setProperty('left', `${field.offsetLeft + field.clientLeft}px`);
  pane.style.setProperty('top', `${field.offsetTop + field.clientTop}px`);
  pane.style.setProperty('width', `${field.clientWidth}px`);
  pane.style.setProperty('height', `${field.clientHeight}px`);
  if (field instanceof HTMLInputElement) {
    // A field of one line sets it in the middle of its height.
    words.style.setProperty('padding-block', '0');
    words.style.setProperty('line-height', `${field.clientHeight}px`);
  }
  scroll(field, words);
}

function scroll(field: HTMLElement, words: HTMLElement): void {
  words.style.setProperty('transform', `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`);
}

/**
 * Underlines in a text field: the same words once more, unseen but for their underlines, on top of the field and out
 * of the way of pointer, keyboard and screen reader. Has to stand beside the field in a positioned element.
 */
export function Underlines({
  field: ref,
  value,
  hints,
  singleLine = false,
}: {
  field: RefObject<HTMLElement | null>;
  value: string;
  hints: readonly Hint[];
  singleLine?: boolean;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = ref.current;
    if (!field) return;
    const fitAgain = () => {
      if (pane.current && words.current) fit(field, pane.current, words.current);
    };
    const scrollAgain = () => {
      if (words.current) scroll(field, words.current);
    };
    const sizes = new ResizeObserver(fitAgain);
    sizes.observe(field);
    field.addEventListener('scroll', scrollAgain, { passive: true });
    void document.fonts.ready.then(fitAgain);
    return () => {
      sizes.disconnect();
      field.removeEventListener('scroll', scrollAgain);
    };
  }, [ref]);
  // A new line may bring the scroll bar, which narrows the lines, without a new size of the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured follows from the text
  useLayoutEffect(() => {
    if (ref.current && pane.current && words.current) fit(ref.current, pane.current, words.current);
  }, [ref, value, hints]);
  return (
    <div ref={pane} className="hint-pane" aria-hidden="true">
      <div ref={words} className={singleLine ? 'hint-words single' : 'hint-words'}>
        {segmentsOf(value, hints).map(({ text, start, hinted }) =>
          hinted ? (
            <span key={start} className="hint-line" data-start={start}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
        {'\u200b'}
      </div>
    </div>
  );
}
