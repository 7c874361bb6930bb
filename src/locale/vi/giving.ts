export const giving = {};
