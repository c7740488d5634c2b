import { loadCatalog } from './locale.ts';

/** The desk with its words, and those of the pages whose way of showing a post it shares. */
export const loadDesk = async () =>
  (await Promise.all([import('../desk/desk.ts'), loadCatalog('desk'), loadCatalog('read')]))[0];
