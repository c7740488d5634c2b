import { loadCatalog } from '../../shell/locale.ts';
import { jobsCatalog } from '../hiring-words.ts';

/** The pages of jobs, with their words. */
export const loadJobs = async () => (await Promise.all([import('./pages.ts'), loadCatalog(jobsCatalog)]))[0];
