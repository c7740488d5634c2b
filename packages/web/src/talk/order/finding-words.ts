import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Decision, PictureFinding } from '@teahouse/contract/talk';

/** What the first look found in a picture, for its author and for readers of the log. */
const findingWords: Readonly<Record<PictureFinding, MessageDescriptor>> = {
  'sexual-picture': msg`The program took a picture for a sexual one. It can be wrong; a moderator looks.`,
  'known-picture': msg`A picture is much like one that was banned before. A moderator compares them.`,
  malware: msg`A picture is a harmful file.`,
  unchecked: msg`The program could not look at a picture. That says nothing against it; a moderator looks instead.`,
};

/** What a program's decision says of a picture; undefined of people's own words, and where the rule says all. */
export const findingOf = ({ by, words }: Pick<Decision, 'by' | 'words'>): MessageDescriptor | undefined =>
  by === 'program' ? findingWords[words as PictureFinding] : undefined;
