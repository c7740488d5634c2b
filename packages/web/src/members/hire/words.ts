import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LabelTone, Stage } from '@teahouse/contract/members';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { jobWords } from '../jobs/words.ts';

/** Stages as recruiters call them; the applicant is told in other words. */
export const columnWords: Readonly<Record<Stage, MessageDescriptor>> = {
  new: msg`Incoming`,
  screen: msg`Screening`,
  interview: msg`Interview`,
  offer: msg`Offer`,
  hired: msg`Hired`,
  declined: msg`Declined`,
};

export const toneWords: Readonly<Record<LabelTone, MessageDescriptor>> = {
  celadon: msg`Green`,
  indigo: msg`Blue`,
  amber: msg`Yellow`,
  rose: msg`Red`,
  slate: msg`Grey`,
};

/** What the board refuses, and what to do then. */
export const hireWords: ErrorDictionary = {
  ...jobWords,
  'application-moved': {
    what: msg`A colleague was faster.`,
    next: msg`The board shows where it stands now. Move it again if you see it otherwise.`,
  },
  'label-unknown': { what: msg`This label is not there any more.`, next: msg`A colleague deleted it.` },
  'label-taken': { what: msg`There is a label of this name already.`, next: msg`Choose another name.` },
  'labels-full': { what: msg`Your company has forty labels already.`, next: msg`Delete one first.` },
  'note-unknown': { what: msg`This note is not there any more.`, next: msg`Load the page anew.` },
  'notes-full': { what: msg`There are two hundred notes already.`, next: msg`Delete some of yours first.` },
  'export-large': {
    what: msg`These are too many for one file.`,
    next: msg`Open one stage, and export that.`,
  },
};
