/** What the thread of an application, or every thread, is kept under. */
export const threadKey = (...application: readonly string[]) => ['members', 'thread', ...application];
