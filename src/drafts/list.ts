/** All versions of a task's draft, and what changed from one to the next: `draft.list:<taskId>`. */
import type { Block, Card, ListItem } from '../chat/card.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { showCard, tellAsker } from '../chat/reply.ts';
import type { Locale } from '../locale/locale.ts';
import { allowedTasks } from '../people/permissions.ts';
import { openButton } from '../tasks/answer.ts';
import { readId } from '../tasks/locked.ts';
import { getButton } from './cardParts.ts';
import type { DraftVersion } from './draft.ts';
import { authorText, changesBlocks, changesLine, contentText } from './draftText.ts';
import { versionsOfTask } from './load.ts';

export const listAction: Action = {
  name: 'draft.list',
  async press(id, { trx, who, t, place }) {
    const taskId = readId(id);
    const code = t.common.taskCode(taskId);
    if (!(await allowedTasks(trx, who, 'see', [taskId])).has(taskId)) {
      throw new UserError(t.common.taskNotFound(code), t.common.listYours);
    }
    const card = listCard(taskId, await versionsOfTask(trx, taskId), t);
    return { ...(place.private ? showCard(card) : tellAsker(card)), about: { kind: 'task', id: taskId } };
  },
};

/** The latest, newest first; older ones than a card holds are reached by the number on them no more. */
const versionsMax = 15;

/** The versions as blocks, newest first: also part of /xem. */
export function versionBlocks(versions: readonly DraftVersion[], t: Locale): Block[] {
  const newest = versions.toReversed();
  if (newest.length === 0) return [];
  const items = newest.slice(0, versionsMax).map((version) => versionItem(version, t));
  return [
    { kind: 'list', items },
    ...(newest.length > versionsMax
      ? [
          {
            kind: 'text' as const,
            text: t.common.andMore(newest.length - versionsMax),
            style: 'small' as const,
          },
        ]
      : []),
  ];
}

function versionItem(version: DraftVersion, t: Locale): ListItem {
  const words = t.drafts;
  const { number, handedInAt, withdrawnAt, note, changes, agreements } = version;
  const agreed = agreements.map(({ department, agency, by, at }) =>
    words.agreedInFull(department.name, agency.code, by, t.dates.shortMoment(at)),
  );
  const detail = [
    authorText(version, t),
    contentText(version, t),
    ...(note === null ? [] : [words.note(note)]),
    ...(changes ? [changesLine(changes, t)] : []),
    ...(agreed.length === 0 ? [] : [words.agreed(agreed.join('; '))]),
    ...(withdrawnAt ? [words.withdrawn(t.dates.shortMoment(withdrawnAt))] : []),
  ];
  return {
    text: words.list.item(number, t.dates.shortMoment(handedInAt)),
    detail: detail.join(' · '),
    button: getButton(version, words.buttons.getVersion(number)),
  };
}

function listCard(taskId: number, versions: readonly DraftVersion[], t: Locale): Card {
  const { list } = t.drafts;
  const latest = versions.findLast((version) => version.withdrawnAt === null);
  return {
    title: list.title(t.common.taskCode(taskId)),
    tone: 'neutral',
    blocks: [
      ...(versions.length === 0 ? [{ kind: 'text' as const, text: list.none }] : versionBlocks(versions, t)),
      ...changesBlocks(latest?.changes ?? null, t),
    ],
    buttons: [[openButton(taskId, { t })]],
  };
}
