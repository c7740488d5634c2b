/** The pages of order in the house, in one chunk. */
export { DecisionsPage } from './decisions-page.tsx';
export { RulesPage } from './rules-page.tsx';
export { TokensPage } from './tokens-page.tsx';
export { TransparencyPage } from './transparency-page.tsx';
