/** The playground in the browser: loads what there is, draws it, and follows what happens. */
import type { Seat, StoryButton } from '../story.ts';
import { createActs } from './acts.ts';
import { api } from './api.ts';
import { followChanges } from './changes.ts';
import { createClockBar } from './clockBar.ts';
import type { Composer } from './composer.ts';
import { createDesk } from './desk.ts';
import { keepPageFromDrops } from './dropping.ts';
import { append, element } from './element.ts';
import { createGuide } from './guide.ts';
import { createModel, type Model } from './model.ts';
import { readLayout, writeLayout } from './remembered.ts';
import { createSidebar } from './sidebar.ts';
import { createToasts } from './toast.ts';
import { createTopBar } from './topBar.ts';

/** As many columns as stand well beside each other, in pixels of the window. */
const widthsOfColumns = [
  [1760, 4],
  [1280, 3],
  [900, 2],
] as const;

start(createModel(await api.state()));

function start(model: Model): void {
  const app = document.getElementById('app');
  if (!app) return;
  const kept = readLayout();
  let guideOpen = kept?.guide ?? true;
  const toasts = createToasts();
  const acts = createActs(model, toasts);
  const clockBar = createClockBar(model, toasts, acts.refuse);
  const sidebar = createSidebar(model, {
    open: (seat) => void desk.open(seat),
    openBeside: (seat) => desk.openBeside(seat).composer.focus(),
  });
  const guide = createGuide(model, {
    take: ({ seat, line, draft }: StoryButton) => {
      const { composer } = desk.openAmongColleagues(seat);
      if (line === null) composer.focus();
      else composer.type(line);
      if (draft) void attachDraft(composer).catch(acts.refuse);
    },
    nextReminder: clockBar.toNextReminder,
    hidden: () => showGuide(false),
  });
  const desk = createDesk(firstSeats(model, kept?.seats ?? []), {
    model,
    acts,
    tell: (text) => toasts.show(text, 'bad'),
    changed: () => queueMicrotask(remember),
  });
  const topBar = createTopBar(model, clockBar, {
    toggleGuide: () => showGuide(!guideOpen),
    refuse: acts.refuse,
  });
  const offline = element('p', { class: 'offline', role: 'status', hidden: true });

  let draftVersion: 1 | 2 = 1;
  /** The second time a later version, for the bot to say what has changed. */
  async function attachDraft(composer: Composer) {
    composer.attach([await api.sampleDraft(draftVersion)]);
    draftVersion = 2;
  }

  function showGuide(open: boolean) {
    guideOpen = open;
    guide?.show(open);
    remember();
  }

  function remember() {
    sidebar.update(desk.active());
    writeLayout({ seats: desk.seats(), guide: guideOpen });
  }

  append(app, [
    element('a', { class: 'skip', href: '#desk' }, model.state.words.skip),
    topBar.root,
    offline,
    element(
      'div',
      { class: 'body' },
      sidebar.root,
      element('div', { class: 'stage' }, guide?.root ?? null, desk.root),
    ),
    toasts.root,
  ]);
  guide?.show(guideOpen);
  remember();

  model.listen((change) => {
    if (change.kind === 'message') desk.update(change.message.chatId);
    if (change.kind === 'time') clockBar.update();
    if (change.kind === 'time') return;
    sidebar.update(desk.active());
    topBar.update();
  });
  keepPageFromDrops();
  document.addEventListener('visibilitychange', desk.markRead);
  // Alt and a number: into that column, as in other programs with tabs.
  document.addEventListener('keydown', (event) => {
    const seat = event.altKey && /^[1-6]$/.test(event.key) ? desk.seats()[Number(event.key) - 1] : undefined;
    if (!seat) return;
    event.preventDefault();
    desk.open(seat).composer.focus();
  });
  followChanges(model.state.after, {
    change: (change) => {
      if (change.kind === 'message') model.arrive(change.message);
      else void api.state().then(model.replace, acts.refuse);
    },
    time: model.time,
    // Not loaded as a page anew: what is being typed stays.
    reset: () => void api.state().then(model.replace, acts.refuse).then(desk.refresh),
    connected: (is) => {
      if (is && !offline.hidden) toasts.show(model.state.words.online);
      offline.textContent = is ? '' : model.state.words.offline;
      offline.hidden = is;
    },
  });
}

/** Where the reader was; else the story's conversations, as many as fit; else whoever comes first. */
function firstSeats({ state, talks, person }: Model, kept: readonly Seat[]): Seat[] {
  const there = kept.filter(
    ({ userId, chatId }) => person(userId) && talks(userId).some((talk) => talk.chatId === chatId),
  );
  if (there.length > 0) return there;
  const fitting = widthsOfColumns.find(([width]) => window.innerWidth >= width)?.[1];
  const [first] = state.people;
  const seats = state.story?.seats ?? (first ? talks(first.userId) : []);
  // A phone shows one at a time, with all of them as tabs.
  return seats.slice(0, fitting ?? seats.length).map(({ userId, chatId }) => ({ userId, chatId }));
}
