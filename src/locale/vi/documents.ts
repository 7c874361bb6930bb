/** Words of the Word files the bot writes. */
export const documents = {};
