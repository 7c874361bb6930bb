/** One workspace as the bot works in it: with its token, its paces, its way of answering. */
import type { Receive } from '../../src/chat/platform.ts';
import { createAnswers } from './answers.ts';
import { createSlackClient, type SlackClient } from './client.ts';
import type { Doubts } from './doubts.ts';
import { createEditPace, type EditPace } from './editPace.ts';
import { createFileSending, type FileSending } from './fileSending.ts';
import type { ListeningDeps } from './listeners.ts';
import { createNames } from './names.ts';
import { createPosting, type Posting } from './posting.ts';
import { createRecognising, type Recognise } from './recognising.ts';
import type { AdapterLog } from './slackLog.ts';
import type { Waits } from './waits.ts';
import { createWindows } from './windows.ts';
import type { SlackWords } from './words.ts';

export type Workspace = {
  /** `onlyTeam`, or the id that stands before those of its people and conversations. */
  teamId: string;
  client: SlackClient;
  posting: Posting;
  files: FileSending;
  pace: EditPace;
  /** What hearing needs, once it is known who the bot is there. */
  listening(me: Me): ListeningDeps;
};

/** `teamId`: the workspace's own, also where it does not stand before ids. `trusted`: its word on addresses is taken. */
type Me = { botUserId: string; teamId: string; trusted: boolean };

export type Identity = {
  teamId: string;
  botToken: string;
  /** Slack does not take the token; what is thrown then stands for the refusal. */
  refused?: (code: string) => Promise<Error | null>;
};

export type WorkspaceDeps = {
  apiUrl: string;
  doubts: Doubts;
  receive: Receive;
  wordsFor: (userId: string) => Promise<SlackWords>;
  recognise: Recognise;
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
  paced: boolean;
  waits: Waits;
};

export function createWorkspace(deps: WorkspaceDeps, { teamId, botToken, refused }: Identity): Workspace {
  const { apiUrl, doubts, receive, wordsFor, recognise, machineNow, log, paced, waits } = deps;
  const client = createSlackClient({ botToken, apiUrl, refused }, log, waits.answerMs);
  const posting = createPosting({ client, doubts, machineNow, log });
  const answers = createAnswers({ client, posting, teamId, apiUrl, log });
  const windows = createWindows({ client, answers, log, loadingAfterMs: waits.loadingAfterMs });
  const names = createNames(client, log);
  return {
    teamId,
    client,
    posting,
    files: createFileSending({ client, apiUrl, doubts, uploadWithinMs: waits.uploadMs }),
    pace: paced ? createEditPace(machineNow) : () => {},
    listening: ({ botUserId, teamId: ownTeam, trusted }) => ({
      receive,
      recognising: trusted
        ? createRecognising({ client, recognise, teamId: ownTeam, machineNow, log })
        : async () => null,
      hearing: { teamId, names, botUserId, botToken, apiUrl, privateChatOf: posting.privateChatOf },
      client,
      answers,
      windows,
      wordsFor,
      log,
      submissionWaitMs: waits.submissionMs,
    }),
  };
}
