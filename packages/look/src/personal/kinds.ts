/** What words can give away of a person, by a form of its own. */
export const personalKinds = ['id', 'staff', 'phone', 'email', 'handle', 'link', 'plate'] as const;
export type PersonalKind = (typeof personalKinds)[number];
