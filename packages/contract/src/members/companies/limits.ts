/** Limits of company pages and of those who act for a company. */
export const companyLimits = {
  /** Characters of what a company says of itself, in each language. */
  companyAboutMax: 2000,
  companyPlaceMax: 80,
  companyWebsiteMax: 200,
  /** Versions of the facts that the history shows. */
  companyVersionsShown: 50,
  /** Below this many verified colleagues a page says "fewer than" and nothing more. */
  headcountFloor: 10,
  /** Members on a page of whom the reader knows somebody; beyond it they are counted to `knownCounted`. */
  knownShown: 6,
  knownCounted: 500,
  jobsOnPage: 5,
  representativesMax: 50,
  /** For which somebody acts who is not verified at the company: by a proven domain, or as an owner named them. */
  representativeMonths: 6,
  /** Colleagues that the desk finds for a text, and its least length. */
  colleaguesFound: 8,
  colleagueTextMin: 2,
  /** Keys of one representative for one company that count at a time, and that there ever were. */
  companyKeysOpen: 3,
  companyKeysMax: 20,
  /** Attempts of a member to prove a domain in an hour, and domains that are asked for. */
  domainProofsPerHour: 20,
  domainsAsked: 5,
  claimsOpen: 5,
} as const;
