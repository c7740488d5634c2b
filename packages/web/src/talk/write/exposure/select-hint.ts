import type { RefObject } from 'react';
import type { FieldHint, FieldName } from './use-exposure.ts';

/** The fields in which hints are found. */
export type Fields = Readonly<
  Partial<Record<FieldName, RefObject<(HTMLTextAreaElement & HTMLInputElement) | null>>>
>;

/** Puts the cursor on a hint's words. Taking the focus anew makes the browser scroll to them. */
export function selectHint(fields: Fields, hint: FieldHint): void {
  const field = fields[hint.field]?.current;
  if (!field) return;
  field.blur();
  field.setSelectionRange(hint.start, hint.end);
  field.focus();
}
