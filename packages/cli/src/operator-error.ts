/** A command of the operator that could not be carried out. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly code = 'operator';
}
