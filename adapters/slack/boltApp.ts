/** Bolt, with the inbox before it: Bolt itself acknowledges events before it hands them on, so what a crash catches there is
 *  lost (bolt 5, App.processEvent). */
import { App, type AppOptions, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { clientOptions } from './client.ts';
import type { Intake, Work } from './intake.ts';
import { listen } from './listeners.ts';
import { type AdapterLog, slackLogger } from './slackLog.ts';
import type { Workspaces } from './workspaces.ts';

export type BoltDeps = { receiver: Receiver; workspaces: Workspaces; apiUrl: string; log: AdapterLog };

/** Connects receiver, intake, Bolt and listeners. `makeIntake` gets Bolt's own way of handling an event. */
export function beginBolt(deps: BoltDeps, makeIntake: (work: Work) => Intake): Intake {
  const { receiver, workspaces, apiUrl, log } = deps;
  const options: AppOptions = {
    receiver,
    // Bolt's own listeners call nothing; with an authorisation of its own it asks nothing either.
    authorize: async ({ teamId }, body) => {
      const { hearing } = await workspaces.hearing(teamsOf(teamId, body));
      const { botToken, botUserId } = hearing;
      return { botToken, botUserId, teamId: hearing.teamId };
    },
    clientOptions: clientOptions(apiUrl, log),
    logger: slackLogger(log),
    convoStore: false,
  };
  const bolt = new StoringApp(options, makeIntake);
  listen(bolt, (teamId) => workspaces.hearing([teamId]), workspaces.ended);
  return bolt.intake;
}

class StoringApp extends App {
  readonly intake: Intake;

  constructor(options: AppOptions, makeIntake: (work: Work) => Intake) {
    super(options);
    // What a listener throws reaches the intake, which knows what to do with the event.
    this.error(async (error) => {
      throw error;
    });
    this.intake = makeIntake((body, ack, late) =>
      super.processEvent({ body, ack, customProperties: { late } }),
    );
  }

  /** Stored, acknowledged, handled. @throws when it could not be stored */
  override async processEvent({ body, ack }: ReceiverEvent): Promise<void> {
    await this.intake.take(body, async (response) => {
      await ack(response);
    });
  }
}

const pressed = z.object({ message: z.object({ team: z.string() }) });

/** In a shared channel the workspace of a press may be that of the one who pressed; the message under it is the bot's. */
function teamsOf(teamId: string | undefined, body: unknown): string[] {
  const message = pressed.safeParse(body);
  return [...(teamId ? [teamId] : []), ...(message.success ? [message.data.message.team] : [])];
}
