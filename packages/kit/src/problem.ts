import { commonErrors, type ErrorTable, type Problem } from '@teahouse/contract/common';

type Issues = NonNullable<Problem['issues']>;
export interface ProblemExtras {
  /** A sentence for people. Never a value of the request: it may end in a screenshot or a log. */
  detail?: string | undefined;
  issues?: Issues | undefined;
  /** Response headers, such as `retry-after` in seconds. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** An error the caller is meant to see, as a problem of RFC 9457 with a stable `code`. */
export class TeahouseError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly issues: Issues | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: string, what: { status: number; title: string } & ProblemExtras) {
    super(code);
    this.name = 'TeahouseError';
    this.code = code;
    this.status = what.status;
    this.title = what.title;
    this.detail = what.detail;
    this.issues = what.issues;
    this.headers = what.headers ?? {};
  }
}

/** Makes the error constructor of one table: `const fail = problems({ ...commonErrors, ...talkErrors })`. */
export function problems<T extends ErrorTable>(table: T) {
  return (code: keyof T & string, extras: ProblemExtras = {}): TeahouseError => {
    const entry = table[code];
    if (!entry) throw new TypeError(`no such error code: ${code}`);
    return new TeahouseError(code, { ...entry, ...extras });
  };
}

/** The errors both planes know. */
export const fail = problems(commonErrors);

/** The body of the answer. `type` is a relative reference (RFC 9457 §3.1.1), the same in every installation. */
export function toProblem(error: TeahouseError): Problem {
  return {
    type: `/problems/${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.issues === undefined ? {} : { issues: error.issues }),
  };
}
