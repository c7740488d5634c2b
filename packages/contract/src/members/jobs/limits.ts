/** Limits of jobs and applications: lengths in characters, counts in entries. */
export const jobLimits = {
  jobTitleMax: 80,
  jobTextMax: 6000,
  jobSkillsMax: 15,
  /** Pay of a month, in whole units of its currency. */
  jobPayMax: 10_000_000,
  /** Pays in a year: bonuses that are promised are counted as months. */
  jobPayMonthsMax: 24,
  /** Days a job stays open at most, from the day on which its end is set. */
  jobDays: 90,
  /** Open jobs of a company. */
  jobsOpen: 500,
  jobPage: 20,
  jobsSaved: 500,
  jobAlerts: 20,
  /** What an application says besides its file. */
  applicationWordsMax: 2000,
  /** The file of an application, in bytes. */
  applicationFileBytes: 4 * 1024 * 1024,
  applicationFileNameMax: 120,
  /** Pages of a file. */
  applicationFilePages: 60,
  /** Applications of a member that are under way. */
  applicationsOpen: 200,
  referralNoteMax: 300,
  /** Requests for a referral of a member that wait. */
  referralsOpen: 30,
  /** Days until a request for a referral is gone. */
  referralDays: 60,
  /** Steps of a month's pay by which jobs are found, in CNY. */
  jobPaySteps: [5_000, 10_000, 15_000, 20_000, 30_000, 50_000, 80_000],
} as const;
