/** `daumoi demo`: the story the bot was made for, played in the terminal. */
import { runDemo } from '../demo/demo.ts';
import { type RunCommand, UsageError } from './command.ts';

export const usage = ['daumoi demo                            plays the story of April 2016'];

export const run: RunCommand = async (args, io) => {
  if (args.length > 0) throw new UsageError('demo takes no arguments');
  await runDemo(io.print);
  return 0;
};
