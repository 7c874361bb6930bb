/** Somebody at the playground: types, presses, fills in, and looks. The stories of the tests play with it. */
import type { Conversation, Outcome } from '../../adapters/web/conversation.ts';
import type { MessageView } from '../../adapters/web/messageView.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { buttonsOf, cardText } from './cardText.ts';

export type Player = {
  readonly name: string;
  readonly userId: string;
  /** The same person in another conversation. */
  in(chatId: string): Player;
  says(text: string, files?: readonly string[]): Promise<Seen>;
  /** Writes under the latest card that holds these words. */
  repliesTo(words: string, text: string, files?: readonly string[]): Promise<Seen>;
  /** Gives the id of a file that can then be sent along. */
  attaches(name: string, content: Uint8Array | string): Promise<string>;
  /** Presses the latest visible button of that name; `under`: on a card that holds these words. With `values` the form
   *  that opens is sent. */
  presses(label: string, values?: Values, under?: string): Promise<Seen>;
  /** Sends the form that is open. */
  sends(values: Values): Promise<Seen>;
  /** All messages visible in the conversation, oldest first. */
  messages(): Promise<MessageView[]>;
  /** Everything visible there as one text. */
  page(): Promise<string>;
};

type Values = Readonly<Record<string, string | readonly string[]>>;

/** What came back, as the person sees it: `text` holds every word of it. */
type Seen = { text: string; card: Card | null; form: Form | null; messageId: string | null };

export function createPlayer(
  conversation: Conversation,
  who: { userId: string; name: string },
  chatId = `private-${who.userId}`,
): Player {
  const { userId, name } = who;
  let open: { form: Form; messageId: string | null } | null = null;

  const messages = () => conversation.messages({ chatId, userId });

  async function shown(outcome: Outcome, pressed: string | null): Promise<Seen> {
    const { reply, message } = outcome;
    if (reply?.kind === 'form') open = { form: reply.form, messageId: pressed };
    else if (reply?.kind !== 'formErrors') open = null;
    return {
      text: textOf(outcome),
      card: reply?.kind === 'card' ? reply.card : null,
      form: reply?.kind === 'form' ? reply.form : null,
      messageId: message?.id ?? null,
    };
  }

  async function latest(fits: (message: MessageView, card: Card) => boolean, what: string) {
    const found = (await messages()).findLast(
      (message) => message.card !== null && fits(message, message.card),
    );
    if (!found?.card) throw new Error(`${name} sees no ${what} in ${chatId}:\n${await page()}`);
    return { message: found, card: found.card };
  }

  async function page(): Promise<string> {
    return (await messages())
      .map((message) => (message.card ? cardText(message.card) : message.text))
      .join('\n\n');
  }

  async function sends(values: Values): Promise<Seen> {
    if (!open) throw new Error(`${name} has no form open in ${chatId}`);
    const { form, messageId } = open;
    const outcome = await conversation.submit({
      userId,
      chatId,
      messageId,
      action: form.action,
      id: form.id,
      values: filledIn(form, values),
    });
    return await shown(outcome, messageId);
  }

  return {
    name,
    userId,
    in: (other) => createPlayer(conversation, who, other),
    says: async (text, fileIds = []) =>
      shown(await conversation.say({ userId, chatId, text, fileIds }), null),
    repliesTo: async (words, text, fileIds = []) => {
      const { message } = await latest((_, card) => cardText(card).includes(words), `card with “${words}”`);
      return shown(await conversation.say({ userId, chatId, text, replyTo: message.id, fileIds }), null);
    },
    attaches: async (name, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const file = { name, mime: 'application/octet-stream', content: bytes };
      return (await conversation.addFile(file)).id;
    },
    presses: async (label, values, under = '') => {
      const { message, card } = await latest(
        (_, each) =>
          cardText(each).includes(under) && buttonsOf(each).some((button) => button.label === label),
        `button “${label}”${under ? ` under “${under}”` : ''}`,
      );
      const button = buttonsOf(card).find((each) => each.label === label);
      if (!button) throw new Error(`no button “${label}”`);
      const { action, id } = button;
      const seen = await shown(
        await conversation.press({ userId, messageId: message.id, action, id }),
        message.id,
      );
      if (!values) return seen;
      if (!seen.form) throw new Error(`“${label}” opened no form for ${name}, but said:\n${seen.text}`);
      return sends(values);
    },
    sends,
    messages,
    page,
  };
}

/** What the form already held, and what was typed over it. A name that no field has is a slip of the script. */
function filledIn(form: Form, values: Values): Record<string, readonly string[]> {
  const unknown = Object.keys(values).filter((name) => !form.fields.some((field) => field.name === name));
  if (unknown.length > 0) {
    const known = form.fields.map((field) => field.name).join(', ');
    throw new Error(`the form “${form.title}” has no field ${unknown.join(', ')}; it has ${known}`);
  }
  const initial = form.fields.flatMap(({ name, input }): [string, readonly string[]][] => {
    if (input.initial === undefined) return [];
    return [[name, Array.isArray(input.initial) ? input.initial : [String(input.initial)]]];
  });
  const typed = Object.entries(values).map(([name, value]): [string, readonly string[]] => [
    name,
    typeof value === 'string' ? [value] : value,
  ]);
  return Object.fromEntries([...initial, ...typed]);
}

function textOf({ reply }: Outcome): string {
  if (!reply) return '';
  switch (reply.kind) {
    case 'card':
      return cardText(reply.card);
    case 'toast':
      return reply.text;
    case 'form':
      return [
        reply.form.title,
        reply.form.intro ?? '',
        ...reply.form.fields.map((field) => field.label),
      ].join('\n');
    case 'formErrors':
      return Object.values(reply.errors).join('\n');
  }
}
