/** Whom notifications are kept in order for: a room or a person. */
export type Recipient = { roomId: number } | { personId: number };

/** Of a row that holds exactly one of the two. */
export function recipientOf(row: { room_id: number | null; person_id: number | null }): Recipient {
  if (row.room_id !== null) return { roomId: row.room_id };
  if (row.person_id !== null) return { personId: row.person_id };
  throw new Error('a notification is for a room or a person');
}

export function recipientKey(recipient: Recipient): string {
  return 'roomId' in recipient ? `room:${recipient.roomId}` : `person:${recipient.personId}`;
}
