/** Limits of profiles: lengths in characters, counts in entries. */
export const profileLimits = {
  headlineMax: 120,
  aboutMax: 2600,
  cityMax: 80,
  titleMax: 100,
  companyMax: 80,
  schoolMax: 80,
  degreeMax: 80,
  workTextMax: 1000,
  experienceMax: 30,
  educationMax: 10,
  skillMax: 40,
  skillsMax: 50,
  languagesMax: 12,
  linksMax: 5,
  linkMax: 300,
  linkNameMax: 60,
  /** What a device sends for a photo, in bytes: 512 pixels square take a tenth of it. */
  photoMax: 600 * 1024,
} as const;
