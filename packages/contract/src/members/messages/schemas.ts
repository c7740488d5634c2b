import { z } from 'zod';
import { Name, Slug } from '../../issuer.ts';
import { Day } from '../basics.ts';
import { MemberId } from '../people.ts';
import { Line, Lines } from '../profile/text.ts';
import { messageLimits as l } from './limits.ts';

/** Of the two that write in an application. Recruiters write in the company's name. */
export const MessageSide = z.enum(['applicant', 'company']);
export type MessageSide = z.infer<typeof MessageSide>;

export const Message = z.object({
  id: z.uuid(),
  /** Order within the application. */
  n: z.int().positive(),
  side: MessageSide,
  /** Name of who wrote it; null: has left, or may not be met by the reader. */
  by: z.string().nullable(),
  own: z.boolean(),
  /** Empty for all but who wrote it where a moderator has hidden it. */
  text: z.string(),
  hidden: z.boolean(),
  day: Day,
});
export type Message = z.infer<typeof Message>;

/** A page of messages, the latest; in order. */
export const Thread = z.object({
  application: z.uuid(),
  /** The reader's. */
  side: MessageSide,
  /** Why nothing more can be written; null where it can. */
  closed: z.enum(['withdrawn', 'declined']).nullable(),
  job: z.object({ id: z.uuid(), title: z.string() }),
  company: z.object({ id: Slug, name: Name }),
  applicant: z.object({ id: MemberId, name: z.string() }),
  messages: z.array(Message),
  /** `before` of the page before; null: this begins with the first. */
  previous: z.int().nullable(),
});
export type Thread = z.infer<typeof Thread>;

export const SendMessage = z.strictObject({ text: Lines(l.messageMax).pipe(z.string().min(1)) });

/** What a template may leave open: the applicant's name, the job's title, the company's name. */
export const placeholders = ['name', 'job', 'company'] as const;
export type Placeholder = (typeof placeholders)[number];
const known: ReadonlySet<string> = new Set(placeholders);
/** Anything in braces is one of them, so that no applicant reads `{nmae}`. */
const isFilled = (text: string) =>
  [...text.matchAll(/\{([^{}]*)\}/g)].every(([, name = '']) => known.has(name));

export const EditTemplate = z.strictObject({
  title: Line(l.templateTitleMax, 1),
  text: Lines(l.messageMax).pipe(z.string().min(1).refine(isFilled, 'names in braces: name, job, company')),
});
export const ChangeTemplate = EditTemplate.extend({ version: z.int().positive() });
export const Template = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  version: z.int(),
});
export type Template = z.infer<typeof Template>;
export const Templates = z.object({ templates: z.array(Template) });
export type Templates = z.infer<typeof Templates>;
