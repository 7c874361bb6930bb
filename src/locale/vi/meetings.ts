/** Records of meetings. */
export const meetings = {};
