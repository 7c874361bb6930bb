/** One conversation beside the others: who one is there, what was said, and the line to type. */
import type { Seat } from '../story.ts';
import type { Acts } from './acts.ts';
import { api } from './api.ts';
import { agenciesOf, drawAvatar } from './avatar.ts';
import { type Composer, createComposer } from './composer.ts';
import { takeDrops } from './dropping.ts';
import { drawIcon, element, iconButton } from './element.ts';
import { createMessageLog } from './messageLog.ts';
import type { Model } from './model.ts';
import { timesIn } from './times.ts';

export type Column = {
  root: HTMLElement;
  seat: Seat;
  composer: Composer;
  /** Draws what came; the model has it already. */
  update(): void;
  /** Asks the server for what was missed. */
  refresh(): void;
};

export type ColumnActs = {
  acts: Acts;
  tell(text: string): void;
  close(): void;
  /** The person the reader is in this room from now on. */
  become(userId: string): void;
};

export function createColumn(seat: Seat, model: Model, { acts, tell, close, become }: ColumnActs): Column {
  const { words, language, timeZone } = model.state;
  const composer = createComposer(seat, model, acts, tell);
  const log = createMessageLog(seat, model, timesIn(language, timeZone), {
    press: (messageId) => (pressed, on) => void acts.press(seat, messageId, pressed, on),
    reply: (message) => composer.replyTo(message),
  });
  const title = model.titleOf(seat.chatId);
  const root = element(
    'section',
    {
      class: 'column',
      'aria-label': `${model.person(seat.userId)?.name ?? ''} · ${title}`,
      'data-user': seat.userId,
      'data-chat': seat.chatId,
    },
    drawHead(seat, model, title, { close, become }),
    log.root,
    composer.root,
  );
  takeDrops(root, words, { files: composer.attach, tell });
  const refresh = () => void load().catch(acts.refuse);
  refresh();

  async function load() {
    model.fill(await api.messages(seat));
    log.update();
    log.opened();
    model.markRead(seat.chatId);
  }

  log.update();
  return { root, seat, composer, update: () => log.update(), refresh };

  function drawHead(
    { userId, chatId }: Seat,
    { person, membersOf, state }: Model,
    name: string,
    on: { close(): void; become(userId: string): void },
  ): HTMLElement {
    const members = membersOf(chatId);
    const player = person(userId);
    const agencies = agenciesOf(state.people);
    const agency = player ? agencies.indexOf(player.agencyCode) % 4 : -1;
    const isRoom = !chatId.startsWith('private-');
    const heading = isRoom ? name : (player?.name ?? '');
    return element(
      'header',
      { class: `column-head agency-${agency < 0 ? 'none' : agency}` },
      isRoom
        ? element('span', { class: 'avatar room-mark', 'aria-hidden': 'true' }, drawIcon('room'))
        : drawAvatar(player, agencies),
      element(
        'div',
        { class: 'column-names' },
        element('h2', {}, heading),
        isRoom ? playAs(members) : element('p', { class: 'column-sub' }, name),
      ),
      iconButton('close', `${words.closeColumn}: ${heading}`, on.close),
    );

    function playAs(choices: readonly { userId: string; name: string }[]): HTMLElement {
      const select = element(
        'select',
        { 'aria-label': words.choosePerson },
        ...choices.map((each) =>
          element('option', { value: each.userId, selected: each.userId === userId }, each.name),
        ),
      );
      select.addEventListener('change', () => on.become(select.value));
      return element('label', { class: 'column-sub' }, `${words.choosePerson}: `, select);
    }
  }
}
