import type { roomTest as vi } from '../vi/roomTest.ts';

export const roomTest: typeof vi = {
  title: (unit) => `Test: this room belongs to ${unit}`,
  ask: 'Would somebody here please press “Seen”? Then it is certain that messages arrive here and can be answered. Until then the room counts as unproven.',
  seen: 'Seen',
  comes: 'A test card comes here at once; would somebody here please press “Seen” on it to prove the room?',
  proven: (unit) => `The room of ${unit} is proven`,
  provenBy: (name, moment) => `${name} pressed “Seen” at ${moment}.`,
  provenItself: 'This room is a page of Đầu Mối itself and needs no proof.',
  otherRoom: 'This test card is for another room.',
  pressThere: 'Please press “Seen” in the room that is to be proven.',
  sendAgain: 'Send test card again',
  sentAgain: (count) =>
    `A test card is on its way to ${count} ${count === 1 ? 'room' : 'rooms'}; would somebody there please press “Seen”?`,
  allProven: 'All rooms here are proven.',
};
