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
  /** Sides of a photo, which is square, in pixels. */
  photoSide: 512,
} as const;
