import type { delivery as vi } from '../vi/delivery.ts';

export const delivery: typeof vi = {
  passedOn: (name) => `For ${name}, who cannot be written to at present: please pass on what follows.`,
  cardClosed: {
    title: 'This is no longer shown here',
    text: 'The task is no longer followed from here.',
  },
  unreachable: {
    title: (name) => `Messages do not reach ${name}`,
    room: (name, platform, reason) =>
      `The room “${name}” (${platform}) takes no messages at present: ${reason}.`,
    account: (name, platform, reason) =>
      `The ${platform} account of ${name} takes no messages at present: ${reason}.`,
    passedOn: 'Meanwhile messages go another way.',
    mendRoom:
      'Please add Đầu Mối to the room again if it is no longer there; then any command sent there (such as /tasks), or “Send test card again” pressed by an admin in /org, connects it again.',
    mendAccount: 'Any command sent to the bot from that account (such as /tasks) connects it again.',
  },
  failed: {
    title: (count) =>
      count === 1 ? '1 message could not be delivered' : `${count} messages could not be delivered`,
    text: 'They were tried several times and will not be tried again.',
    line: (to, code) => `${to}: ${code}`,
    mend: 'The command “doctor” on the server lists each of them with its cause.',
  },
  unsettled: {
    title: (count) =>
      count === 1
        ? '1 message is more than 5 minutes late'
        : `${count} messages are more than 5 minutes late`,
    nowSent: (count) => `Delivered by now: ${count}.`,
    stillWaiting: (count) => `Still waiting, being sent again: ${count}.`,
    failed: (count) => `Could not be delivered: ${count}.`,
  },
  clock: {
    backward: 'The clock only moves forward.',
    mendBackward: 'Please choose a moment after the one shown.',
    tooFar: (years) => `The clock moves at most ${years} years at once.`,
    mendTooFar: 'Please choose a nearer moment, or move several times.',
  },
  platforms: { slack: 'Slack', telegram: 'Telegram', web: 'playground' },
};
