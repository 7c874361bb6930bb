import type { files as vi } from '../vi/files.ts';

/** Rounded up: what is over a limit never reads like the limit itself. */
const megabytes = (bytes: number) =>
  `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toLocaleString('en-GB')} MB`;

export const files: typeof vi = {
  size: (bytes) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : megabytes(bytes)),
  empty: (name) => `The file “${name}” is empty.`,
  tooBig: (name, bytes, max) =>
    `The file “${name}” has ${megabytes(bytes)}; a file may have ${megabytes(max)} at most.`,
  makeSmaller: 'Please compress it, leave out pictures or split it, and send it again.',
  notFetched: (name) => `The file “${name}” could not be fetched from the chat platform.`,
  sendAgain: 'Please send the file again.',
};
