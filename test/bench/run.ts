/** `npm run bench [-- deadlines|extract|work|hard]`: all measures, or the one named; `hard` adds a single office that has all
 *  200,000 tasks. Ratios are taken within one run. */
import { benchDeadlines } from './deadlines.ts';
import { benchExtract } from './extract.ts';
import { benchWork } from './work.ts';

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const [only] = process.argv.slice(2);
const wanted = (name: string) => only === undefined || only === name;

if (wanted('deadlines')) {
  print('== Deadlines read, beside chrono-node');
  await benchDeadlines(print);
}
if (wanted('extract')) {
  print('\n== Tasks found in documents');
  await benchExtract();
}
if (only === 'hard' || wanted('work')) {
  print('\n== The daily work with few and with many open tasks (milliseconds, median)');
  await benchWork(print, only === 'hard');
}
