/** Buttons as Slack's: `action_id` is the action, `value` the id. Pure. */
import type { types } from '@slack/bolt';
import type { Button } from '../../src/chat/card.ts';
import { limits } from './limits.ts';
import { plainText } from './text.ts';
import type { SlackWords } from './words.ts';

export function renderButton(button: Button, actionId: string, words: SlackWords): types.Button {
  const { label, id, style, confirm } = button;
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(label, limits.buttonLabel),
    // Slack refuses an empty value.
    ...(id === '' ? {} : { value: id }),
    ...(style ? { style } : {}),
    ...(confirm
      ? {
          confirm: {
            title: plainText(label, limits.confirmTitle),
            text: plainText(confirm, limits.confirmText),
            confirm: plainText(label, limits.confirmButton),
            deny: plainText(words.deny, limits.confirmButton),
          },
        }
      : {}),
  };
}

/** A row of buttons is a block. Ids of actions must differ within one: a second button of the same action gets `#2`. */
export function renderRow(row: readonly Button[], words: SlackWords): types.ActionsBlock {
  const counts = new Map<string, number>();
  const elements = row.slice(0, limits.actions).map((button) => {
    const count = (counts.get(button.action) ?? 0) + 1;
    counts.set(button.action, count);
    return renderButton(button, count === 1 ? button.action : `${button.action}#${count}`, words);
  });
  return { type: 'actions', elements };
}

/** The action of a button as it was rendered. */
export function actionOf(actionId: string): string {
  return actionId.replace(/#\d+$/u, '');
}
