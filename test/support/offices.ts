/** Finds the people of the sample offices among those who can be played. */

import type { Conversation } from '../../adapters/web/conversation.ts';
import type { App } from '../../src/app.ts';
import { playgroundDirectory } from '../../src/people/playgroundAccounts.ts';
import { createPlayer, type Player } from './player.ts';

export type Offices = {
  /** The first person of the agency in this role. */
  inAgency(agencyCode: string, role: 'leader' | 'official'): Player;
  /** The head of the department, in the department's room. */
  headOf(agencyCode: string, departmentCode: string): Player;
  /** By the name of their office, in the private conversation with the bot. */
  named(name: string): Player;
  /** Somebody whom the bot does not know yet. */
  guest(): Player;
};

/** @throws Error for an app without a playground, or when nobody fits */
export async function findOffices(app: App): Promise<Offices> {
  const { web, database } = app;
  if (!web) throw new Error('the people are played in the playground, and this bot has none');
  const { people, rooms } = await playgroundDirectory(database.db);
  const conversation = settled(web.conversation, app);
  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`there is no ${what}`);
    return value;
  };
  return {
    inAgency: (agencyCode, role) => {
      const fits = (each: (typeof people)[number]) =>
        each.agencyCode === agencyCode && each.roles.includes(role);
      return createPlayer(conversation, found(people.find(fits), `${role} of ${agencyCode}`));
    },
    headOf: (agencyCode, departmentCode) => {
      const room = found(
        rooms.find((each) => each.agencyCode === agencyCode && each.departmentCode === departmentCode),
        `room of ${agencyCode}/${departmentCode}`,
      );
      const head = people.find((each) => each.head && room.memberUserIds.includes(each.userId));
      return createPlayer(conversation, found(head, `head of ${agencyCode}/${departmentCode}`), room.chatId);
    },
    named: (name) =>
      createPlayer(
        conversation,
        found(
          people.find((each) => each.name === name),
          name,
        ),
      ),
    guest: () => createPlayer(conversation, { userId: 'guest', name: 'Khách' }),
  };
}

/** People look at a page when all that came of their press has arrived. */
function settled(conversation: Conversation, { delivery }: App): Conversation {
  const afterwards = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    await delivery.drain(deliveryWaitMs);
    return done;
  };
  return {
    ...conversation,
    say: (said) => afterwards(conversation.say(said)),
    press: (press) => afterwards(conversation.press(press)),
    submit: (form) => afterwards(conversation.submit(form)),
  };
}

const deliveryWaitMs = 10_000;
