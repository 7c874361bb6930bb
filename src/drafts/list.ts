/** All versions of a task's draft, and what changed from one to the next: `draft.list:<taskId>`, and
 *  `draft.list:<taskId>.<how many newer ones to leave out>`. */
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
    const [task = '', skip = '0'] = id.split('.');
    const taskId = readId(task);
    const code = t.common.taskCode(taskId);
    if (!(await allowedTasks(trx, who, 'see', [taskId])).has(taskId)) {
      throw new UserError(t.common.taskNotFound(code), t.common.listYours);
    }
    const card = listCard(taskId, await versionsOfTask(trx, taskId), readId(skip), t);
    return { ...(place.private ? showCard(card) : tellAsker(card)), about: { kind: 'task', id: taskId } };
  },
};

/** So many versions on one card; the button under it leads to the older ones. */
const pageSize = 10;

/** So many of the latest, newest first. */
export function versionBlocks(versions: readonly DraftVersion[], count: number, t: Locale): Block[] {
  const newest = versions.toReversed();
  const items = newest.slice(0, count).map((version) => versionItem(version, t));
  const more: Block = { kind: 'text', text: t.common.andMore(newest.length - count), style: 'small' };
  return [{ kind: 'list', items }, ...(newest.length > count ? [more] : [])];
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

/** `skip`: how many of the newest are left out. */
function listCard(taskId: number, versions: readonly DraftVersion[], skip: number, t: Locale): Card {
  const { list, buttons } = t.drafts;
  const shown = versions.slice(0, Math.max(0, versions.length - skip));
  const latest = versions.findLast((version) => version.withdrawnAt === null);
  const older = shown.length - pageSize;
  return {
    title: list.title(t.common.taskCode(taskId)),
    tone: 'neutral',
    blocks: [
      ...(shown.length === 0
        ? [{ kind: 'text' as const, text: list.none }]
        : versionBlocks(shown, pageSize, t)),
      ...(skip === 0 ? changesBlocks(latest?.changes ?? null, t) : []),
    ],
    buttons: [
      [
        ...(older > 0
          ? [{ label: buttons.older, action: 'draft.list', id: `${taskId}.${skip + pageSize}` }]
          : []),
        openButton(taskId, { t }),
      ],
    ],
  };
}
