/** How the core knows Slack's people and conversations. Slack numbers them within a workspace: where one bot serves several,
 *  the id of the workspace stands before (T0001/U0001); where it has one token, Slack's own id stands alone. Pure. */

/** Of the only workspace of a bot with one token. */
export const onlyTeam = '';

/** `teamId`: `onlyTeam` or `T…`. */
export function inTeam(teamId: string, id: string): string {
  return teamId === onlyTeam ? id : `${teamId}/${id}`;
}

/** The other way; for whatever the core hands back. */
export function splitId(id: string): { teamId: string; id: string } {
  const at = id.indexOf('/');
  return at < 0 ? { teamId: onlyTeam, id } : { teamId: id.slice(0, at), id: id.slice(at + 1) };
}

/** What paces count by: a workspace. No conversation is called so. */
export function paceScope(chatId: string): string {
  const { teamId } = splitId(chatId);
  return teamId === onlyTeam ? '' : `${teamId}/`;
}
