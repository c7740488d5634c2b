import type { EditSection, Me, Section } from '@teahouse/contract/members';
import type { ReactNode } from 'react';

/** What a part of a page holds while it is edited. */
export type ContentOf<S extends Section> = Extract<EditSection, { section: S }>['content'];

/** The fields of a part: they show a draft and tell of each change. */
export type FormOf<S extends Section> = (props: {
  readonly content: ContentOf<S>;
  readonly me: Me;
  readonly onChange: (content: ContentOf<S>) => void;
}) => ReactNode;

export type Content = EditSection['content'];
/** A form whose part is only known when it is shown: it gets what its own part holds. */
export type AnyForm = (props: {
  readonly content: Content;
  readonly me: Me;
  readonly onChange: (content: Content) => void;
}) => ReactNode;

/** A draft as it is sent: without the empty lines that were there while it was written. */
export function trimmed(content: Content): Content {
  if (!Array.isArray(content)) return content;
  return (content as unknown[]).filter((one) => typeof one !== 'string' || one.trim() !== '') as Content;
}
