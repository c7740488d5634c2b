import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { UnusableReason } from '@teahouse/proof';

/** What to do with a file that can't be judged, by the reasons that @teahouse/proof gives. */
export const nextSteps: Readonly<Record<UnusableReason, MessageDescriptor>> = {
  'too-large': msg`A proof has a few kilobytes and a name like teahouse-proof-….json.`,
  'not-json': msg`It must be the very file that “Proof” under a post gave, not a picture or a copy of the text.`,
  'not-format': msg`Perhaps it is of a newer version, or was cut off on the way. Ask for the file once more.`,
  'not-canonical': msg`An editor or a messenger may have written it anew. Ask for the file itself, unopened.`,
};
