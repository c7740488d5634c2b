import { Plural, Trans } from '@lingui/react/macro';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { type ReactNode, type Ref, useId } from 'react';
import { Editor } from './editor/editor.tsx';

/** Unicode code points, as the server counts them. */
const lengthOf = (text: string): number => [...text].length;

/** What is wrong with a text before it is sent. */
export type TextFault = 'empty' | 'long' | null;
export const faultOf = (text: string, limit: number): TextFault =>
  text.trim() === '' ? 'empty' : lengthOf(text) > limit ? 'long' : null;

function Fault({ fault, over }: { fault: TextFault; over: number }) {
  if (fault === 'empty') return <Trans>Nothing is written yet.</Trans>;
  return (
    <Plural value={over} one="# character too many: shorten it." other="# characters too many: shorten it." />
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether faults are shown: after the first try to send, or at once when it is too long. */
  readonly tried: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly limit?: number;
  readonly singleLine?: boolean;
  /** Whether the tools for marks are shown; they are, unless it says no. */
  readonly tools?: boolean;
  readonly onSubmit?: () => void;
  readonly inputRef?: Ref<HTMLTextAreaElement & HTMLInputElement>;
  readonly onFocus?: () => void;
  /** Lies over the field, in the same positioned element: the underlines of the exposure check. */
  readonly over?: ReactNode;
}

/** Where words are written; counts when it gets long, and says what is wrong beside the field. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, tried, limit = talkLimits.textCharacters, singleLine, onSubmit } = props;
  const id = useId();
  const length = lengthOf(value);
  const found = faultOf(value, limit);
  const fault = found === 'long' || tried ? found : null;
  const shared = {
    id,
    value,
    'aria-invalid': fault !== null,
    'aria-describedby': `${id}-note`,
    ...(props.placeholder ? { placeholder: props.placeholder } : {}),
    ...(props.onFocus ? { onFocus: props.onFocus } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id} className={props.hideLabel ? 'sr-only' : ''}>
        {label}
      </label>
      {singleLine ? (
        <div className="relative grid">
          <input
            {...shared}
            ref={props.inputRef}
            className="input font-serif text-[1.15rem]"
            onChange={(e) => onChange(e.target.value)}
          />
          {props.over}
        </div>
      ) : (
        <Editor
          field={{
            ...shared,
            rows: props.rows ?? 2,
            className: `input block max-h-[45vh] ${(props.rows ?? 2) > 2 ? 'min-h-48' : ''}`,
          }}
          fieldRef={props.inputRef}
          onChange={onChange}
          onSubmit={onSubmit}
          tools={props.tools ?? true}
          sound={found === null}
          over={props.over}
        />
      )}
      <p id={`${id}-note`} className="flex justify-between gap-4 text-[0.84rem] empty:hidden">
        {fault ? (
          <span className="text-cinnabar">
            <Fault fault={fault} over={length - limit} />
          </span>
        ) : null}
        {length > limit * 0.8 ? (
          <span className="tabular ml-auto text-ink-2">
            {length} / {limit}
          </span>
        ) : null}
      </p>
    </div>
  );
}
