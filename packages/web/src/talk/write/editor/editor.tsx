import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useAliasName } from '../../read/face.tsx';
import { applyChange, type Mark, markChange } from './marks.ts';
import { NameList, optionId } from './name-list.tsx';
import { type Callable, nameChange } from './name-query.ts';
import { Preview } from './preview.tsx';
import { Toolbar } from './toolbar.tsx';
import { useNames } from './use-names.ts';

interface EditorProps {
  /** Attributes of the field itself; its `id` names it. */
  readonly field: TextareaHTMLAttributes<HTMLTextAreaElement> & {
    readonly id: string;
    readonly value: string;
  };
  readonly fieldRef: Ref<HTMLTextAreaElement> | undefined;
  readonly onChange: (value: string) => void;
  readonly onSubmit: (() => void) | undefined;
  /** Whether the toolbar is shown. */
  readonly tools: boolean;
  /** Whether the text can be sent as it is: only then there is something to look at. */
  readonly sound: boolean;
  /** Lies over the field, in the same positioned element. */
  readonly over?: ReactNode;
}

/** Where a text with marks is written: the field, its tools, the names of the thread behind an `@`, and a preview. */
export function Editor({ field, fieldRef, onChange, onSubmit, tools, sound, over }: EditorProps) {
  const list = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(fieldRef, () => own.current as HTMLTextAreaElement);
  const aliasName = useAliasName();
  const names = useNames(field.value);
  const [wanted, setWanted] = useState(false);
  // What was sent leaves an empty field, and no preview of the next words from their first letter on.
  if (wanted && !sound) setWanted(false);
  const preview = wanted && sound;
  const open = names.found.length > 0 && !preview;

  const mark = (kind: Mark) => {
    const { current } = own;
    if (current) {
      applyChange(current, markChange(kind, field.value, current.selectionStart, current.selectionEnd));
    }
  };
  const choose = ({ alias }: Callable) => {
    if (!own.current || !names.query) return;
    names.dismiss();
    applyChange(own.current, nameChange(names.query, aliasName(alias)));
  };
  /** Keys of the open list; true where one was meant for it. */
  const inList = ({ key }: KeyboardEvent): boolean => {
    const { found, active } = names;
    const chosen = found[active];
    if (key === 'ArrowDown') names.setActive((active + 1) % found.length);
    else if (key === 'ArrowUp') names.setActive((active + found.length - 1) % found.length);
    else if (key === 'Escape') names.dismiss();
    else if ((key === 'Enter' || key === 'Tab') && chosen) choose(chosen);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const command = event.metaKey || event.ctrlKey;
    if (command && event.key === 'Enter') onSubmit?.();
    else if (command && event.key === 'b') mark('bold');
    else if (command && event.key === 'k') mark('link');
    else if (!open || event.shiftKey || !inList(event)) return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <textarea
        {...field}
        {...(open ? { 'aria-controls': list, 'aria-activedescendant': optionId(list, names.active) } : {})}
        aria-autocomplete="list"
        ref={own}
        hidden={preview}
        onChange={(event) => onChange(event.target.value)}
        onSelect={(event) => names.caretAt(event.currentTarget.selectionStart)}
        onBlur={() => names.caretAt(null)}
        onKeyDown={onKeyDown}
      />
      {preview ? <Preview text={field.value} /> : over}
      <NameList id={list} choice={preview ? { ...names, found: [] } : names} onChoose={choose} />
      {tools ? (
        <Toolbar
          field={field.id}
          preview={preview}
          canPreview={sound}
          onMark={mark}
          onPreview={() => setWanted(!preview)}
        />
      ) : null}
    </div>
  );
}
