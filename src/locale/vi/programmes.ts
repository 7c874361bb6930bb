/** Programmes of cooperation. */
export const programmes = {};
