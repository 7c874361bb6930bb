import type { taskHelp as vi } from '../vi/taskHelp.ts';

export const taskHelp: typeof vi = {
  accept: {
    summary: 'take on a task',
    usage: '/accept NV-number (without it when only one waits)',
    examples: ['/accept NV-12', '/accept'],
  },
  progress: {
    summary: 'report progress',
    usage: '/progress NV-number per cent [words]',
    examples: ['/progress NV-12 60% all figures collected', '/progress 12 100%'],
  },
  done: {
    summary: 'hand in as done, for the giver to approve',
    usage: '/done NV-number [result]',
    examples: ['/done NV-12', '/done NV-12 the final version has been sent'],
  },
  extend: {
    summary: 'ask for a later deadline',
    usage: '/extend NV-number to date because reason',
    examples: [
      '/extend NV-12 to 20 April because figures are missing',
      '/extend NV-12 next Friday for review',
    ],
  },
  return: {
    summary: 'return a result for more work; a department declines the task',
    usage: '/return NV-number reason',
    examples: ['/return NV-12 the annex is missing', '/return 12 this belongs to the Planning Department'],
  },
  decline: {
    summary: 'a department declines a task',
    usage: '/decline NV-number reason',
    examples: ['/decline NV-12 this is not our field', '/decline 12'],
  },
  cancel: {
    summary: 'cancel a task that was given',
    usage: '/cancel NV-number [reason]',
    examples: ['/cancel NV-12', '/cancel NV-12 the same as NV-9'],
  },
  undo: {
    summary: 'take back what was just done, within 10 minutes',
    usage: '/undo',
    examples: ['/undo', '/hoantac'],
  },
};
