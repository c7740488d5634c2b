import { z } from 'zod';
import { Day } from '../basics.ts';
import { Stage } from '../hiring/facts.ts';
import { JobCard } from '../jobs/schemas.ts';
import { MemberCard } from '../people.ts';
import { Line, Lines } from '../profile/text.ts';
import { pipelineLimits as l } from './limits.ts';

/** What colours a label: names of the app's palette, as each theme has its own tones. */
export const LabelTone = z.enum(['celadon', 'indigo', 'amber', 'rose', 'slate']);
export type LabelTone = z.infer<typeof LabelTone>;

/** Of a company, for all its jobs. */
export const Label = z.object({ id: z.uuid(), name: z.string(), tone: LabelTone });
export type Label = z.infer<typeof Label>;
export const AddLabel = z.strictObject({ name: Line(l.labelNameMax, 1), tone: LabelTone });
export type AddLabel = z.infer<typeof AddLabel>;

export const HireJob = z.object({
  job: JobCard,
  /** Applications in each stage, for its recruiters alone. */
  counts: z.record(Stage, z.int()),
});
export type HireJob = z.infer<typeof HireJob>;
export const HireJobs = z.object({ jobs: z.array(HireJob), next: z.uuid().nullable() });
export type HireJobs = z.infer<typeof HireJobs>;

/** Order within a stage, ascending; equal ones go by id. */
const Place = z.number().min(-l.boardPlaceMax).max(l.boardPlaceMax);

/** Where an application stands; `version` grows with each move. */
export const BoardStanding = z.object({ id: z.uuid(), stage: Stage, place: z.number(), version: z.int() });
export type BoardStanding = z.infer<typeof BoardStanding>;

/** An application on the board. */
export const BoardCard = BoardStanding.extend({
  /** Without the degree. */
  member: MemberCard,
  day: Day,
  labels: z.array(z.uuid()),
  notes: z.int(),
  referred: z.boolean(),
  file: z.boolean(),
  /** The beginning of its words. */
  excerpt: z.string(),
});
export type BoardCard = z.infer<typeof BoardCard>;

/** A page of a board, by place over all stages, so that the head of each comes first. */
export const Board = z.object({
  job: JobCard,
  labels: z.array(Label),
  cards: z.array(BoardCard),
  next: z.string().nullable(),
});
export type Board = z.infer<typeof Board>;

export const BoardPlace = z.object({
  /** `place_id` of the last one. */
  cursor: z
    .string()
    .max(70)
    .regex(/^-?[0-9.e+-]+_[0-9a-f-]{36}$/)
    .optional(),
});
/** Looks through words and notes, of which a card has the beginning alone. */
export const BoardQuestion = z.object({ q: z.string().trim().min(1).max(l.boardSearchMax) });
export const BoardFound = z.object({ applications: z.array(z.uuid()) });
export type BoardFound = z.infer<typeof BoardFound>;

/** Each by itself, so that what was done to many is undone in one. `version`: as it was read. */
export const MoveApplications = z.strictObject({
  moves: z
    .array(
      z.strictObject({
        application: z.uuid(),
        version: z.int().positive(),
        stage: Stage,
        place: Place,
      }),
    )
    .min(1)
    .max(l.boardMoves)
    .refine((moves) => new Set(moves.map((one) => one.application)).size === moves.length, 'each once'),
});
export type MoveApplications = z.infer<typeof MoveApplications>;
export type Move = MoveApplications['moves'][number];
/** `missed`: a colleague moved them meanwhile, and where they stand now. Withdrawn ones are in neither. */
export const Moved = z.object({ moved: z.array(BoardStanding), missed: z.array(BoardStanding) });
export type Moved = z.infer<typeof Moved>;

export const LabelApplications = z.strictObject({
  applications: z.array(z.uuid()).min(1).max(l.boardMoves),
  on: z.boolean(),
});
export type LabelApplications = z.infer<typeof LabelApplications>;
/** Those for which it changed something: what an undo concerns. */
export const Labelled = z.object({ changed: z.array(z.uuid()) });
export type Labelled = z.infer<typeof Labelled>;

export const Note = z.object({
  id: z.uuid(),
  /** Null where the reader may not meet who wrote it. */
  by: MemberCard.nullable(),
  mine: z.boolean(),
  text: z.string(),
  day: Day,
});
export type Note = z.infer<typeof Note>;
export const AddNote = z.strictObject({ text: Lines(l.noteMax).pipe(z.string().min(1)) });

/** All that a recruiter sees of an application. */
export const Candidate = BoardCard.omit({ notes: true, file: true, referred: true, excerpt: true }).extend({
  job: z.object({ id: z.uuid(), title: z.string() }),
  words: z.string(),
  file: z.object({ name: z.string(), bytes: z.int() }).nullable(),
  /** Who refers them, with their words. */
  referral: z.object({ by: MemberCard.nullable(), words: z.string() }).nullable(),
  notes: z.array(Note),
  /** Stages it came to, the first one first; of a day what was left of it. */
  history: z.array(z.object({ stage: Stage, day: Day })),
});
export type Candidate = z.infer<typeof Candidate>;

export const ExportQuestion = z.object({ as: z.enum(['csv', 'json']), stage: Stage.optional() });
export type ExportQuestion = z.infer<typeof ExportQuestion>;
/** An application in an exported file. */
export const ExportRow = z.object({
  name: z.string(),
  page: z.string(),
  headline: z.string(),
  employer: z.string(),
  stage: Stage,
  day: Day,
  words: z.string(),
  file: z.string(),
  referredBy: z.string(),
  labels: z.array(z.string()),
  notes: z.array(z.string()),
});
export type ExportRow = z.infer<typeof ExportRow>;
