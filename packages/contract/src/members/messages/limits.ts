/** Limits of messages in an application: lengths in characters. */
export const messageLimits = {
  messageMax: 2000,
  /** Messages of a page of a thread. */
  messagePage: 40,
  /** Messages of a thread. */
  messagesMax: 500,
  /** Recruiters who are told of a message. */
  messageTold: 50,
  templateTitleMax: 60,
  /** Templates of a company. */
  templatesMax: 30,
} as const;
