import type { Label } from '@teahouse/contract/talk';
import { useLabelOf } from './label-of.ts';
import { useReading } from './reading.ts';
import { directory } from './readings.ts';

/** Says whom a label stands for, such as "employee of X". Ids stand in until the directory has come. */
export const useLabelWords = (): ((label: Label) => string) => useLabelOf(useReading(directory).data);
