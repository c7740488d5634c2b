import type { PathTable } from '../../common.ts';

export const picturePaths = {
  addPicture: 'POST /pictures',
  picture: 'GET /pictures/:picture',
} as const satisfies PathTable;
