import type { Presentation as PresentationWire } from '@teahouse/contract/talk';
import { type Presentation, ProtocolError, presentationFromWire } from '@teahouse/protocol';
import { refuse } from '../errors.ts';

/** The presentation of its wire form; its proof is not looked at. Throws `presentation-invalid`. */
export function presentationOf(wire: PresentationWire): Presentation {
  try {
    return presentationFromWire(wire);
  } catch (error) {
    if (error instanceof ProtocolError) throw refuse('presentation-invalid');
    throw error;
  }
}
