/** A digit, however it is written. */
export const digit = '[0-9零〇○一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
