/** The rehearsal clock: what the bot's time is, and the ways to move it. */
import { api, type ClockMove } from './api.ts';
import { button, drawIcon, element } from './element.ts';
import { openDialog } from './formDialog.ts';
import type { Model } from './model.ts';
import { timesIn } from './times.ts';
import type { Toasts } from './toast.ts';

export type ClockBar = { root: HTMLElement; update(): void; toNextReminder(): void };

export function createClockBar(model: Model, toasts: Toasts, refuse: (error: unknown) => void): ClockBar {
  const { words } = model.state;
  const clock = element('span', { class: 'clock-time' });
  const day = element('span', { class: 'clock-day' });
  const now = element('time', { class: 'clock-now' }, clock, day);
  const root = element(
    'section',
    { class: 'clock', 'aria-label': words.clock },
    now,
    model.state.rehearsal
      ? element(
          'div',
          { class: 'clock-moves' },
          button(
            { class: 'button button-clock' },
            () => void move({ move: 'nextReminder' }),
            drawIcon('bell'),
            words.nextReminder,
          ),
          button({ class: 'button button-clock' }, () => void move({ move: 'hour' }), words.plusHour),
          button({ class: 'button button-clock' }, () => void move({ move: 'workingDay' }), words.plusDay),
          button({ class: 'button button-clock' }, pick, drawIcon('calendar'), words.pickMoment),
        )
      : null,
  );

  async function move(to: ClockMove): Promise<void> {
    if (root.getAttribute('aria-busy') === 'true') return;
    root.setAttribute('aria-busy', 'true');
    let arrived = 0;
    const unlisten = model.listen((change) => {
      if (change.kind === 'message' && change.isNew) arrived += 1;
    });
    try {
      const moved = await api.moveClock(to);
      model.time(moved.now);
      const times = timesIn(model.state.language, model.state.timeZone);
      // The messages come by the stream, a moment after the answer.
      await new Promise((resolve) => setTimeout(resolve, 150));
      toasts.show(
        moved.moved
          ? `${words.movedTo} ${times.clock(moved.now)} ${times.day(moved.now)}. ${words.newMessages}: ${arrived}.`
          : words.noReminder,
      );
    } catch (error) {
      refuse(error);
    } finally {
      unlisten();
      root.removeAttribute('aria-busy');
    }
  }

  function pick() {
    const times = timesIn(model.state.language, model.state.timeZone);
    const local = times.local(model.state.now);
    const field = element('input', {
      type: 'datetime-local',
      id: 'pick-moment',
      value: local,
      min: local,
      required: true,
    });
    const body = element(
      'form',
      { class: 'form', method: 'dialog' },
      element('div', { class: 'field' }, element('label', { for: 'pick-moment' }, words.pickMoment), field),
      element(
        'div',
        { class: 'form-actions' },
        button({ class: 'button button-plain' }, () => dialog.close(), words.cancel),
        element('button', { type: 'submit', class: 'button button-primary' }, words.moveThere),
      ),
    );
    const dialog = openDialog(words.clock, words.close, body);
    body.addEventListener('submit', () => void move({ move: 'to', at: field.value }));
    field.focus();
  }

  function update() {
    const times = timesIn(model.state.language, model.state.timeZone);
    clock.textContent = times.clock(model.state.now);
    day.textContent = times.day(model.state.now);
    now.setAttribute('datetime', model.state.now);
  }

  update();
  return { root, update, toNextReminder: () => void move({ move: 'nextReminder' }) };
}
