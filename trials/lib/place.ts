import { type House, openHouse } from '../../bench/house.ts';
import { makeStage, type Stage } from './stage.ts';

/** A town that is open. */
export interface Place {
  readonly stage: Stage;
  readonly house: House;
}

/** Makes a town, opens it, lets `work` do with it, and leaves nothing of it. */
export async function withPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const stage = await makeStage();
  try {
    const house = await openHouse(stage.data);
    try {
      return await work({ stage, house });
    } finally {
      await house.stop();
    }
  } finally {
    stage.remove();
  }
}
