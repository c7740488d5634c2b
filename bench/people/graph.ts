import { createDice } from '@teahouse/testbed';

/** Members of one circle: a company, a school, a town. Most connections are within one. */
const circle = 400;
/** Connections of a member, on the average; each is two rows. */
export const degree = 100;
/** Every thousandth member has so many. */
const hubDegree = 6_000;

/**
 * Who is connected with whom: lists of places, by place, each pair once. Three of four connections lie within a circle, so
 * that some members are three steps apart and a few are further; every thousandth knows thousands everywhere.
 */
export function makeGraph(people: number, seed = 18): Set<number>[] {
  const dice = createDice(seed);
  const later = Array.from({ length: people }, () => new Set<number>());
  const join = (one: number, other: number) => {
    if (one !== other) later[Math.min(one, other)]?.add(Math.max(one, other));
  };
  for (let place = 0; place < people; place += 1) {
    const wanted = isHub(place)
      ? Math.min(hubDegree, people / 4)
      : Math.round(dice.between(0.1, 0.9) * degree);
    const begin = place - (place % circle);
    const size = Math.min(circle, people - begin);
    for (let n = 0; n < wanted; n += 1) {
      const near = !isHub(place) && dice.chance(0.75);
      join(place, near ? begin + dice.below(size) : dice.below(people));
    }
  }
  return later;
}

export const isHub = (place: number): boolean => place % 1000 === 500;
