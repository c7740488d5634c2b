import type { ExportRow } from '@teahouse/contract/members';
import { stringify } from 'csv-stringify/sync';

const columns = [
  ...[
    'name',
    'page',
    'headline',
    'employer',
    'stage',
    'day',
    'words',
    'file',
    'referredBy',
    'labels',
    'notes',
  ],
] as const satisfies readonly (keyof ExportRow)[];

/**
 * Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8. What applicants wrote is data and never a
 * formula: a cell that would begin one gets a quote before it (OWASP, CSV injection).
 */
export const toCsv = (rows: readonly ExportRow[]): string =>
  stringify(
    rows.map((row) => ({ ...row, labels: row.labels.join('; '), notes: row.notes.join('\n\n') })),
    {
      ...{ header: true, bom: true, columns: [...columns], record_delimiter: '\r\n' },
      escape_formulas: true,
    },
  );
