import { ProtocolError } from '@teahouse/protocol';
import { LogError } from '@teahouse/protocol/log';
import { ApiError, type ClientErrorCode, clientError } from '../errors.ts';
import { Departure } from './departure.ts';

const codes: Partial<Record<LogError['code'], ClientErrorCode>> = {
  forked: 'log-forked',
  'rolled-back': 'log-rolled-back',
  'not-in-log': 'not-in-log',
  'log-behind': 'log-behind',
};

/** What was thrown on the way through a log, in the client's codes. */
export function asLogFault(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof LogError)
    return clientError(codes[error.code] ?? 'log-invalid', `${error.code}: ${error.message}`);
  // Claims that are none: no log can hold what has no canonical form.
  if (error instanceof ProtocolError) return clientError('not-in-log', error.message);
  return new ApiError('internal', { cause: error });
}

/** What another look a moment later may mend: a copy that is still being written, or an old answer out of a cache. */
export function mayPass(error: unknown): boolean {
  if (error instanceof Departure) return error.code === 'log-rolled-back';
  return error instanceof LogError && (error.code === 'log-behind' || error.code === 'tile-missing');
}
