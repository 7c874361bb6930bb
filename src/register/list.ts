/** The register as a list: what the asker may see, by kind, found by words, in pages. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, replaceCard, showCard, tellAsker } from '../chat/reply.ts';
import { listCard, pageSize } from './listCard.ts';
import { type ListRequest, readRequest } from './listRequest.ts';
import { loadItems } from './load.ts';
import { homesOf, viewerOfActor } from './matterViewer.ts';
import { partnersOf } from './partners.ts';
import { countByKind, findItems, type Sight } from './search.ts';

export const listAction: Action = {
  name: 'matter.list',
  async press(id, context) {
    const request = readRequest(id);
    if (!request) throw new UserError(context.t.chat.oldButton, context.t.chat.openAgain);
    return replaceCard(await pageOf(request, context));
  },
};

/** A list is the asker's own view: in a room nobody else sees it. */
export async function showList(request: ListRequest, context: Context): Promise<Reply> {
  const card = await pageOf(request, context);
  return context.place.private ? showCard(card) : tellAsker(card);
}

async function pageOf(request: ListRequest, context: Context) {
  const { trx, who } = context;
  const sight = await sightOf(context);
  const counts = await countByKind(trx, sight, request.words);
  const ids = await findItems(trx, sight, request, { offset: request.offset, limit: pageSize });
  const items = [...(await loadItems(trx, ids)).values()];
  const mayAdd = who.memberOf.length + who.officialOf.length + who.leaderOf.length > 0;
  return listCard({ request, items, counts, mayAdd }, viewerOfActor(context));
}

/** What the asker may see: everything of the own agencies, and of partners what is opened to partners. */
async function sightOf({ trx, who }: Context): Promise<Sight> {
  const ownIds = homesOf(who);
  const partners = await partnersOf(trx, ownIds);
  const partnerIds = [...partners.values()].flat().filter((id) => !ownIds.includes(id));
  return { ownIds, partnerIds: [...new Set(partnerIds)] };
}
