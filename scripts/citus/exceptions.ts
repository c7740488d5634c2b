/** A statement that asks every machine, or that keeps none of the rules and runs all the same, and why. */
export interface Exception {
  readonly rule: string;
  /** What stands in the statement. */
  readonly like: string;
  readonly why: string;
}

/** All of them: short, and each with its reason. One that covers nothing any more makes the check red. */
export const exceptions: readonly Exception[] = [];
