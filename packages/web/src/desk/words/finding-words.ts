import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PictureFinding } from '@teahouse/contract/talk';

/** What the first look found in a picture, in a few words: a rule of the house would not say why somebody has to look. */
const findingWords: Readonly<Record<PictureFinding, MessageDescriptor>> = {
  'sexual-picture': msg`Picture may be sexual`,
  'known-picture': msg`Picture like a banned one`,
  malware: msg`Harmful file`,
  unchecked: msg`Picture was not looked at`,
};

/** Of a case's hint (`kind/rule`) or a program's own words; undefined where no picture is why. */
export const findingOf = (hint: string | null): MessageDescriptor | undefined =>
  findingWords[(hint ?? '').split('/')[0] as PictureFinding];
