/** Draws what people are told about drafts. */
import type { Block, Button, Card, Tone } from '../chat/card.ts';
import type { Viewer } from '../chat/context.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Locale } from '../locale/locale.ts';
import { openButton } from '../tasks/answer.ts';
import { taskTitle } from '../tasks/card.ts';
import { type CardViewer, viewerOfMessage } from '../tasks/cardViewer.ts';
import { loadTasks } from '../tasks/load.ts';
import type { TaskView } from '../tasks/task.ts';
import { agreeButtons, askButtons, getButton, partsOf } from './cardParts.ts';
import type { DraftVersion } from './draft.ts';
import { authorText, changesBlocks, contentText, wordsBlocks } from './draftText.ts';
import { draftFacts } from './facts.ts';
import { latestVersion, loadVersions } from './load.ts';

/** By the kind of the notification: `drafts.<what>`. */
export const draftRenderers: Readonly<Record<string, Renderer>> = {
  'drafts.handedIn': drawNews(handedInCard),
  'drafts.agreed': drawNews(agreedCard),
  'drafts.allAgreed': drawNews(allAgreedCard),
};

type Told = {
  version: DraftVersion;
  task: TaskView;
  departmentId: number | null;
  viewer: CardViewer;
  /** Of the version that counts now. */
  latestNumber: number;
};

/** Null: it was taken back meanwhile. */
function drawNews(card: (told: Told, t: Locale) => Card | null): Renderer {
  return async (facts, viewer: Viewer) => {
    const { db, t } = viewer;
    const { versionId, departmentId } = draftFacts.parse(facts);
    const version = (await loadVersions(db, [versionId])).get(versionId);
    if (!version || version.withdrawnAt) return null;
    const task = (await loadTasks(db, [version.taskId])).get(version.taskId);
    if (!task) return null;
    const latest = await latestVersion(db, task.id);
    const latestNumber = latest?.number ?? version.number;
    return card({ version, task, departmentId, viewer: await viewerOfMessage(viewer), latestNumber }, t);
  };
}

function handedInCard({ version, task, viewer, latestNumber }: Told, t: Locale): Card {
  const { news, note } = t.drafts;
  const isLatest = latestNumber === version.number;
  const agree = isLatest && task.status === 'open' ? agreeButtons(version, partsOf(task), viewer) : [];
  const blocks: Block[] = [
    { kind: 'text', text: contentText(version, t) },
    ...wordsBlocks(version),
    ...(version.note === null ? [] : [{ kind: 'text' as const, text: note(version.note) }]),
    ...changesBlocks(version.changes, t),
    ...(isLatest ? [] : [{ kind: 'text' as const, text: news.newer(latestNumber) }]),
  ];
  const author = version.department?.name ?? version.by.name;
  const card = newsCard(version, task, t, {
    title: news.handedIn(t.common.taskCode(task.id), version.number, author),
    tone: agree.length > 0 ? 'warning' : 'neutral',
    blocks,
    buttons: [...agree, ...(isLatest && task.status === 'open' ? askButtons(task, version, viewer) : [])],
  });
  return version.file ? { ...card, files: [version.file] } : card;
}

function agreedCard({ version, task, departmentId }: Told, t: Locale): Card | null {
  const given = version.agreements.find((each) => each.department.id === departmentId);
  if (!given) return null;
  const { department, agency, by, at } = given;
  return {
    title: t.drafts.news.agreed(t.common.taskCode(task.id), version.number, department.name, agency.code),
    tone: 'good',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      { kind: 'text', text: t.drafts.news.by(by, t.dates.shortMoment(at)), style: 'small' },
    ],
    buttons: [[getButton(version, t.drafts.buttons.get), openButton(task.id, { t })]],
  };
}

function allAgreedCard(told: Told, t: Locale): Card | null {
  const { version, task, viewer, latestNumber } = told;
  const ask =
    latestNumber === version.number && task.status === 'open' ? askButtons(task, version, viewer) : [];
  const agreed = agreedCard(told, t);
  if (!agreed) return null;
  const { news, agreedInFull } = t.drafts;
  const lines = version.agreements.map(({ department, agency, by, at }) =>
    agreedInFull(department.name, agency.code, by, t.dates.shortMoment(at)),
  );
  return newsCard(version, task, t, {
    title: news.allAgreed(t.common.taskCode(task.id), version.number),
    tone: 'good',
    blocks: [
      { kind: 'text', text: [contentText(version, t), ...lines].join('\n') },
      ...(ask.length > 0 ? [{ kind: 'text' as const, text: news.allAgreedNext }] : []),
    ],
    buttons: ask,
  });
}

function newsCard(
  version: DraftVersion,
  task: TaskView,
  t: Locale,
  { title, tone, blocks, buttons }: { title: string; tone: Tone; blocks: Block[]; buttons: Button[] },
): Card {
  const by = t.drafts.news.by(authorText(version, t), t.dates.shortMoment(version.handedInAt));
  return {
    title,
    tone,
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      ...blocks,
      { kind: 'text', text: by, style: 'small' },
    ],
    buttons: [[...buttons, getButton(version, t.drafts.buttons.get), openButton(task.id, { t })]],
  };
}
