import type { RefObject } from 'react';
import type { FieldHint, FieldName } from './use-exposure.ts';

/** The fields in which hints are found. */
export type Fields = Readonly<
  Partial<Record<FieldName, RefObject<(HTMLTextAreaElement & HTMLInputElement) | null>>>
>;

/** Scrolls a field to where the mirror over it has its underline; browsers do not do it for a selection by script. */
function reveal(field: HTMLElement, start: number): void {
  const line = field.parentElement?.querySelector<HTMLElement>(`.hint-line[data-start="${start}"]`);
  if (!line) return;
  const hidden =
    line.offsetTop < field.scrollTop ||
    line.offsetTop + line.offsetHeight > field.scrollTop + field.clientHeight;
  if (hidden) field.scrollTop = line.offsetTop - field.clientHeight / 3;
  if (
    line.offsetLeft + line.offsetWidth > field.scrollLeft + field.clientWidth ||
    line.offsetLeft < field.scrollLeft
  )
    field.scrollLeft = line.offsetLeft - field.clientWidth / 3;
}

/** Puts the cursor on a hint's words and brings them into sight. */
export function selectHint(fields: Fields, hint: FieldHint): void {
  const field = fields[hint.field]?.current;
  if (!field) return;
  field.focus();
  field.setSelectionRange(hint.start, hint.end);
  reveal(field, hint.start);
}
