/** Bolt, with the inbox before it: Bolt itself acknowledges events before it hands them on, so what a crash catches there is
 *  lost (bolt 5, App.processEvent). */
import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Intake, Work } from './intake.ts';

export class StoringApp extends App {
  readonly #intake: Intake;

  /** `makeIntake` gets Bolt's own way of handling an event. */
  constructor(options: AppOptions, makeIntake: (work: Work) => Intake) {
    super(options);
    // What a listener throws reaches the intake, which knows what to do with the event.
    this.error(async (error) => {
      throw error;
    });
    this.#intake = makeIntake((body, ack, late) =>
      super.processEvent({ body, ack, customProperties: { late } }),
    );
  }

  /** Stored, acknowledged, handled. @throws when it could not be stored */
  override async processEvent({ body, ack }: ReceiverEvent): Promise<void> {
    await this.#intake.take(body, async (response) => {
      await ack(response);
    });
  }
}
