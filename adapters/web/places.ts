/** Who may be played, and which conversations they are in. Pure. */
import type { Directory, DirectoryPerson } from './playground.ts';

/** The conversation between the bot and one person. */
export function privateChatOf(userId: string): string {
  return `private-${userId}`;
}

/** All who can be played: the people of the directory, and a guest whom the bot does not know yet. A guest who joined
 *  stands in the directory, and the next one comes after. */
export function playable(directory: Directory, guestName: string): DirectoryPerson[] {
  const known = new Set(directory.people.map((person) => person.userId));
  let userId = 'guest';
  for (let number = 2; known.has(userId); number += 1) userId = `guest-${number}`;
  const guest = {
    userId,
    name: guestName,
    agencyCode: '',
    agencyName: '',
    roles: [],
    departments: [],
    head: false,
  };
  return [...directory.people, guest];
}

/** Where the person meets the bot under this id: null when they are not in that conversation. */
export function placeOf(
  directory: Directory,
  person: DirectoryPerson,
  chatId: string,
): { private: boolean; title: string } | null {
  if (chatId === privateChatOf(person.userId)) return { private: true, title: person.name };
  const room = directory.rooms.find((candidate) => candidate.chatId === chatId);
  if (!room?.memberUserIds.includes(person.userId)) return null;
  return { private: false, title: room.title };
}
