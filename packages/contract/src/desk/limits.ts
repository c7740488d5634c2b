/** Limits of the desk, in one place. */
export const deskLimits = {
  passwordCharactersLeast: 12,
  passwordCharacters: 200,
  nameCharacters: 40,
  noteCharacters: 2000,
  casesPerPage: 30,
  appealsPerPage: 30,
  /** Of one post: more of them are counted, not shown. */
  reportsShown: 200,
  similarShown: 20,
  statisticsDays: 30,
  /** Seconds in which whoever decided may take it back; the screen's clock. */
  undoSeconds: 10,
  /** Hours that a sign-in lasts. */
  sessionHours: 12,
  /** Hours in which an invitation is taken up. */
  inviteHours: 48,
  /** Wrong passwords or codes before one has to wait. */
  signInTries: 5,
} as const;
