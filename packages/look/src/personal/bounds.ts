/** A pattern without what is only written: escapes and classes become one plain character each. */
const skeleton = (source: string): string =>
  source
    .replace(/\\p\{[^}]*\}|\\u[\da-f]{4}|\\[\s\S]/gi, 'x')
    .replace(/\[\^?[^\]]*\]/g, 'x')
    .replace(/\(\?(?:<?[=!]|<\w+>|:)/g, '(');

/** Quantifiers of a pattern that have no upper bound: what tests of rules hold to none. */
export const unbounded = (source: string): string[] => skeleton(source).match(/[*+]|\{\d+,\}/g) ?? [];
