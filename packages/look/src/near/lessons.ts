import { lookLimits } from '../limits.ts';
import { alikeness, type Fingerprint } from './fingerprint.ts';
import type { Posting } from './window.ts';

/** What a moderator removes that is said over and over: only of these a variation is the same again. */
export type LessonKind = 'advertising' | 'flood';

/** A text that a moderator removed. */
export interface Lesson {
  /** Id of the post: one lesson each. */
  readonly post: string;
  readonly room: string;
  /** Read by colleagues alone: what was removed in there must not be found out by trying its words outside. */
  readonly inside: boolean;
  readonly slot: number;
  readonly fingerprint: Fingerprint;
  readonly kind: LessonKind;
}

/** What was learnt from removals, in memory alone as the window is: bounded, and gone when the process ends. */
export interface Lessons {
  /** In the place of what was learnt from the same post. */
  learn(lesson: Lesson): void;
  /** The removal was taken back. */
  unlearn(post: string): void;
  /** What a near-duplicate of it was removed as. */
  see(posting: Posting): LessonKind | undefined;
}

type LessonLimits = Readonly<Record<'lessons' | 'lessonSlots' | 'alikeSlots', number>>;

/** Nothing learnt yet. */
export function makeLessons(limits: LessonLimits = lookLimits): Lessons {
  const lessons = new Map<string, Lesson>();
  return {
    learn(lesson) {
      lessons.delete(lesson.post); // what was learnt last stands last
      lessons.set(lesson.post, lesson);
      const oldest = lessons.keys().next();
      if (lessons.size > limits.lessons && !oldest.done) lessons.delete(oldest.value);
    },
    unlearn(post) {
      lessons.delete(post);
    },
    see({ room, slot, fingerprint }) {
      if (!fingerprint) return undefined;
      for (const lesson of lessons.values()) {
        if (slot - lesson.slot > limits.lessonSlots || (lesson.inside && lesson.room !== room)) continue;
        if (alikeness(lesson.fingerprint, fingerprint) >= limits.alikeSlots) return lesson.kind;
      }
      return undefined;
    },
  };
}
