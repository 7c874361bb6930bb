/** `npm run bench [-- deadlines|extract|work|hard]`: all measures, or the one named. Ratios are taken within one run. */
import { benchWork } from './work.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const [only] = process.argv.slice(2);
const wanted = (name: string) => only === undefined || only === name;

if (only === 'hard' || wanted('work')) {
  print('== The daily work with few and with many open tasks (milliseconds, median)');
  await benchWork(print, only === 'hard');
}
