/** Somebody at Slack's screen in the loopback workspace: their private conversation with the bot, or a channel. */
import { randomUUID } from 'node:crypto';
import { createMemory, type Screen, type StoryFile } from '../screen.ts';
import { blockLines } from './blockLines.ts';
import type { LoopbackSlack } from './loopbackSlack.ts';
import { buttonsIn, createPerson, type Transport } from './slackPeople.ts';
import { viewState } from './viewState.ts';

export function createSlackScreen(
  slack: LoopbackSlack,
  send: Transport,
  who: { userId: string; name: string; channel?: string },
): Screen {
  const person = createPerson(who.userId, send, slack);
  const channel = who.channel ?? person.privately;
  const inPrivate = channel === person.privately;
  const triggers = new Set<string>();
  const filled = new Set<unknown>();
  const memory = createMemory();

  const trigger = () => {
    const id = randomUUID();
    triggers.add(id);
    return id;
  };

  /** By an id that an edit does not change. */
  function shown(): Map<string, string[]> {
    const messages = slack.messages.filter((each) => each.channel === channel);
    const ephemerals = slack.ephemerals.filter(
      (each) => each.channel === channel && each.user === who.userId,
    );
    const responses = slack.responses.filter(({ id }) => triggers.has(id));
    const files = slack.uploads.filter((each) => each.shared.some((share) => share.channel === channel));
    return new Map([
      ...messages.map((each): [string, string[]] => [`m${each.ts}`, wordsOf(each)]),
      ...ephemerals.map((each, at): [string, string[]] => [`e${at}`, wordsOf(each)]),
      ...responses.map(({ body }, at): [string, string[]] => [`r${at}`, wordsOf(body)]),
      ...files.map((each): [string, string[]] => [`f${each.id}`, [`📎 ${each.name}`]]),
    ]);
  }

  const newest = (words: string, label: string | null) =>
    slack.messages.findLast(
      (message) =>
        message.channel === channel &&
        wordsOf(message).join('\n').includes(words) &&
        (label === null || buttonsIn(message.blocks).some((each) => each.text === label)),
    );

  const until = async <Result>(what: string, look: () => Result | undefined): Promise<Result> => {
    try {
      return await slack.until(look);
    } catch (cause) {
      const page = [...shown().values()].slice(-4).map((lines) => lines.join('\n'));
      throw new Error(`${who.name} waits for ${what}, and sees:\n${page.join('\n---\n')}`, { cause });
    }
  };

  const attached = (file: StoryFile | undefined) => {
    if (!file) return {};
    const address = slack.putFile(randomUUID(), { content: file.content, type: file.mime });
    const size = file.content.byteLength;
    const sent = {
      id: randomUUID(),
      name: file.name,
      mimetype: file.mime,
      size,
      url_private_download: address,
    };
    return { subtype: 'file_share', files: [sent] };
  };
  const inChannel = inPrivate ? {} : { channel, channel_type: 'channel' };

  return {
    name: who.name,
    where: 'Slack',
    says: async (text, file) => {
      if (text.startsWith('/') && !file) await person.command(text, channel, trigger());
      else await person.says(text.replace(/^\//u, ''), { ...inChannel, ...attached(file) });
    },
    presses: async (label, under = '') => {
      const message = await until(`button “${label}”`, () => newest(under, label));
      const button = buttonsIn(message.blocks).find((each) => each.text === label);
      if (button) await person.presses(message, button, trigger());
    },
    repliesTo: async (words, text, file) => {
      const { ts } = await until(`“${words}”`, () => newest(words, null));
      const thread = { thread_ts: ts, parent_user_id: 'U0BOT' };
      await person.says(text, { ...inChannel, ...thread, ...attached(file) });
    },
    fills: async (values) => {
      const view = await until('a window', () =>
        [...slack.views.values()].findLast(({ id }) => !filled.has(id)),
      );
      filled.add(view.id);
      await person.sendsWindow({ ...view, state: viewState(view, values) });
    },
    sees: async (words) => {
      await until(`“${words}”`, () =>
        memory.fresh(shown()).some(({ lines }) => lines.join('\n').includes(words)) ? true : undefined,
      );
    },
    look: async () => {
      const now = shown();
      const fresh = memory.fresh(now);
      memory.keep(now);
      return fresh;
    },
  };
}

function wordsOf(message: { text?: unknown; blocks?: unknown }): string[] {
  const lines = blockLines(message.blocks);
  return lines.length > 0 ? lines : String(message.text ?? '').split('\n');
}
