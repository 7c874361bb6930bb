/** How people and channels are called; asked once each, for events that carry only ids. */
import type { SlackClient } from './client.ts';
import type { AdapterLog } from './slackLog.ts';

export type Names = {
  /** The id itself when Slack does not tell. */
  ofPerson(userId: string): Promise<string>;
  /** '' when Slack does not tell. */
  ofChannel(channelId: string): Promise<string>;
};

export function createNames(client: SlackClient, log: AdapterLog): Names {
  const people = new Map<string, Promise<string>>();
  const channels = new Map<string, Promise<string>>();

  /** A name that could not be had is asked for again the next time. */
  function once(
    kept: Map<string, Promise<string>>,
    id: string,
    ask: () => Promise<string>,
    otherwise: string,
  ) {
    const known = kept.get(id);
    if (known) return known;
    const asked = ask().catch((err) => {
      kept.delete(id);
      log.info({ err, id }, 'Slack did not tell a name');
      return otherwise;
    });
    kept.set(id, asked);
    return asked;
  }

  return {
    ofPerson: (userId) =>
      once(
        people,
        userId,
        async () => {
          const { user } = await client.call((api) => api.users.info({ user: userId }));
          return user?.profile?.display_name || user?.real_name || user?.name || userId;
        },
        userId,
      ),
    ofChannel: (channelId) =>
      once(
        channels,
        channelId,
        async () => {
          const { channel } = await client.call((api) => api.conversations.info({ channel: channelId }));
          return channel?.name ?? '';
        },
        '',
      ),
  };
}
