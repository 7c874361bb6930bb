/** How long the adapter waits for what, in milliseconds. */
import { usualTimeoutMs } from './client.ts';
import { usualUploadMs } from './fileSending.ts';
import { usualReconnectMs } from './socketReceiver.ts';
import { submissionWaitMs } from './submissions.ts';
import { loadingAfterMs } from './windows.ts';

export type Waits = {
  /** What the core may take before a window says that it is on its way. */
  loadingAfterMs: number;
  submissionMs: number;
  /** What Slack may take to answer a call; for the bytes of a file. */
  answerMs: number;
  uploadMs: number;
  /** Between attempts to reach Slack: from the first to the longest. */
  reconnectMs: { first: number; longest: number };
  /** How often what an instance left behind is looked for, and after how long without a sign of life it is taken up. */
  inboxLookMs: number;
  inboxLeaseMs: number;
};

export const usualWaits: Waits = {
  loadingAfterMs,
  submissionMs: submissionWaitMs,
  answerMs: usualTimeoutMs,
  uploadMs: usualUploadMs,
  reconnectMs: usualReconnectMs,
  inboxLookMs: 5_000,
  inboxLeaseMs: 15_000,
};
