/** Rounds of opinions. */
export const opinions = {};
