import { loadCatalog } from '../../shell/locale.ts';

/** What hangs on a post without words, with its catalog: loaded beside the thread. */
export const votes = () => Promise.all([import('../votes/post-votes.tsx'), loadCatalog('votes')]);
