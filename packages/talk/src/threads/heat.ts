/**
 * How hot a thread is: its age in slots, moved on by twelve hours for each doubling of those who take part. One person is
 * one voice however much it says, so nobody can heat a thread alone; and the number never changes by itself, so an
 * index holds its order (the page of the hot list explains it in these words).
 */
export const slotsPerDoubling = (12 * 60) / 5;

/** The heat in SQL, of a slot and a number of voices given as SQL. */
export const heatSql = (slot: string, voices: string) =>
  `${slot} + ${slotsPerDoubling} * log(2, 1 + (${voices}))::double precision`;
