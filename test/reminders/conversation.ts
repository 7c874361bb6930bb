/** Presses, forms and commands of the reminders' feature in tests, and what their answers say. */
import type { Kysely } from 'kysely';
import type { Block, Card } from '../../src/chat/card.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { FileIn } from '../../src/chat/incoming.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { remindersFeature } from '../../src/reminders/feature.ts';
import { as, at } from './office.ts';

export type Conversation = {
  press: (name: string, id: string, who: number, when: string) => Promise<Reply>;
  submit: (name: string, id: string, who: number, when: string, values: FormValues) => Promise<Reply>;
  say: (word: string, text: string, who: number, when: string, files?: readonly FileIn[]) => Promise<Reply>;
};

/** `db` as a function: a test database is there only when the tests run. */
export function conversation(db: () => Kysely<Database>): Conversation {
  return {
    press(name, id, who, when) {
      const { press } = action(name);
      if (!press) throw new Error(`${name} is not pressed`);
      return as(db(), who, at(when), (context) => press(id, context));
    },
    submit(name, id, who, when, values) {
      const { submit } = action(name);
      if (!submit) throw new Error(`${name} takes no form`);
      return as(db(), who, at(when), (context) => submit(id, values, context));
    },
    say(word, text, who, when, files = []) {
      const command = remindersFeature.commands.find((each) => each.name === word);
      if (!command || command.guests) throw new Error(`there is no command ${word}`);
      const line = { text, word, replyTo: null, quoted: null, files };
      return as(db(), who, at(when), (context) => command.handle(line, context));
    },
  };
}

export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`${reply.kind} is no card`);
  return reply.card;
}

/** All words of a card, a line each. */
export function textOf(card: Card): string {
  return [card.title, ...card.blocks.map(wordsOf)].join('\n');
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'quote':
      return block.text;
    case 'fields':
      return block.fields.map((field) => `${field.label}: ${field.value}`).join('\n');
    case 'list':
      return block.items.map((item) => `${item.text} | ${item.detail}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.join(' | ')).join('\n');
    case 'progress':
      return block.label;
    case 'divider':
      return '';
  }
}

export function labels(card: Card): string[][] {
  return card.buttons.map((row) => row.map((button) => button.label));
}

function action(name: string) {
  const found = remindersFeature.actions.find((each) => each.name === name);
  if (!found) throw new Error(`there is no action ${name}`);
  return found;
}
