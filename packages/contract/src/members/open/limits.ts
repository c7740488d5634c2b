/** Limits of being open to work: counts, and lengths in characters. */
export const openLimits = {
  openRoles: 5,
  openLevels: 3,
  openCities: 5,
  openWordsMax: 300,
  /** Companies that a member names as never to see it. */
  openHiddenMax: 20,
  openPage: 20,
  openQuestionMax: 80,
  inviteNoteMax: 500,
  /** Invitations that a list shows. */
  invitationsShown: 100,
  /** Days until an invitation is gone. */
  invitationDays: 90,
} as const;
