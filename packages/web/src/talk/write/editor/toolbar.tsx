import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useState } from 'react';
import type { Mark } from './marks.ts';
import { toolIcons } from './tool-icons.tsx';

const tools = [
  ['bold', msg`Bold`],
  ['quote', msg`Quotation`],
  ['list', msg`List`],
  ['link', msg`Link`],
  ['code', msg`Code`],
] as const;

interface ToolbarProps {
  readonly field: string;
  readonly preview: boolean;
  readonly canPreview: boolean;
  readonly onMark: (mark: Mark) => void;
  readonly onPreview: () => void;
}

/** Moves the focus along the bar: the arrows, Home and End (the toolbar pattern: one stop for Tab). */
function walk(event: KeyboardEvent<HTMLElement>, setStop: (index: number) => void): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const enabled = buttons.filter((button) => !button.disabled);
  const at = enabled.indexOf(document.activeElement as HTMLButtonElement);
  const last = enabled.length - 1;
  const steps: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const next = enabled[steps[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  setStop(buttons.indexOf(next));
  next.focus();
}

/** The marks that can be set, and a look at how it will stand there. */
export function Toolbar({ field, preview, canPreview, onMark, onPreview }: ToolbarProps) {
  const { t, i18n } = useLingui();
  const [stop, setStop] = useState(0);
  // While the words are only looked at, the one button that does something is where Tab stops.
  const tabStop = preview ? tools.length : stop === tools.length && !canPreview ? 0 : stop;
  return (
    <div
      role="toolbar"
      aria-label={t`Form of the text`}
      aria-controls={field}
      className="-ml-2.5 flex items-center"
      onKeyDown={(event) => walk(event, setStop)}
    >
      {tools.map(([mark, name], i) => (
        <button
          key={mark}
          type="button"
          className="icon-btn disabled:opacity-40"
          aria-label={i18n._(name)}
          title={i18n._(name)}
          tabIndex={tabStop === i ? 0 : -1}
          disabled={preview}
          // The selection, and the keyboard of a phone, stay with the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(mark)}
        >
          {toolIcons[mark]}
        </button>
      ))}
      <button
        type="button"
        className={`act ml-auto px-2 ${preview ? 'font-semibold text-celadon' : ''} disabled:opacity-50`}
        aria-pressed={preview}
        tabIndex={tabStop === tools.length ? 0 : -1}
        disabled={!canPreview}
        onClick={onPreview}
      >
        <Trans>Preview</Trans>
      </button>
    </div>
  );
}
