/** Directions of leaders. */
export const directions = {};
