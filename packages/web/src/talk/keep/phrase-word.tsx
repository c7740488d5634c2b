import { useLingui } from '@lingui/react/macro';
import { completions, isPhraseWord, phraseLength, wordsOf } from '@teahouse/client/wallet/phrase-entry';
import { type KeyboardEvent, useId, useState } from 'react';

interface PhraseWordProps {
  /** From 0. */
  readonly place: number;
  readonly word: string;
  /** What was typed or pasted here; it may be several words. */
  readonly onText: (text: string) => void;
  /** This word it is: on to the next. */
  readonly onTake: (word: string) => void;
}

/** What a key does while words are offered: up and down choose, Enter and the space take. */
function moved(key: string, chosen: number, count: number): number | null {
  if (key === 'ArrowDown') return (chosen + 1) % count;
  if (key === 'ArrowUp') return (chosen - 1 + count) % count;
  return null;
}

/** One word of the phrase with its number; offers the words of the list that begin like what was typed. */
export function PhraseWord({ place, word, onText, onTake }: PhraseWordProps) {
  const { t } = useLingui();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const number = place + 1;
  const offered = open ? completions(word, 4) : [];
  const shown = offered.length > 0 && !(offered.length === 1 && offered[0] === word);
  const known = word === '' || isPhraseWord(word);
  const wrong = !known && (!open || completions(word, 1).length === 0);

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || offered.length === 0) return;
    const next = moved(event.key, chosen, offered.length);
    if (next !== null) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === ' ' || (event.key === 'Enter' && (shown || place + 1 < phraseLength))) {
      event.preventDefault();
      setOpen(false);
      onTake(offered[chosen] ?? word);
    }
  }
  return (
    <li className="relative flex items-center gap-2">
      <span aria-hidden="true" className="tabular w-6 flex-none text-right text-[0.8rem] text-ink-2">
        {number}
      </span>
      <input
        id={id}
        role="combobox"
        aria-label={t`Word ${number}`}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown ? `${id}-${chosen}` : undefined}
        aria-invalid={wrong}
        value={word}
        className="input min-h-11 px-2.5 py-1 font-mono"
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="next"
        onChange={(event) => {
          setOpen(true);
          setChosen(0);
          onText(event.target.value);
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text');
          if (wordsOf(text).length < 2) return;
          event.preventDefault();
          onText(text);
        }}
        onKeyDown={onKey}
        onFocus={(event) => event.target.select()}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t`Words that begin like this`}
        hidden={!shown}
        className="absolute top-full right-0 left-8 z-20 mt-1 overflow-hidden rounded-lg border border-line bg-paper shadow-lg"
      >
        {shown
          ? offered.map((one, i) => (
              // The field keeps the focus; keys reach these by aria-activedescendant.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field listens to the keys
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={one}
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === chosen}
                className="flex min-h-11 cursor-pointer items-center px-3 font-mono aria-selected:bg-celadon-soft"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onTake(one)}
              >
                {one}
              </div>
            ))
          : null}
      </div>
    </li>
  );
}
