/**
 * How well tasks are found in sentences of real documents (`test/corpus/dev.jsonl`): leads and coordinating units compared as
 * words, the action by token overlap (F1), the deadline exactly. Prints every sentence that is not wholly right.
 * Alone: `node test/bench/extract.ts [FILE]`.
 */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { z } from 'zod';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { type ExtractAnswer, extractFromText } from '../../src/language/extractCommand.ts';
import { tokenize } from '../../src/language/tokens.ts';

const corpusLine = z.object({
  id: z.string(),
  doc_date: z.string(),
  text: z.string(),
  tasks: z.array(
    z.object({
      lead: z.array(z.string()),
      coordinate: z.array(z.string()),
      action: z.string(),
      deadline: z.string().nullable(),
      recurrence: z.string().nullable(),
    }),
  ),
});

type WantedTask = z.infer<typeof corpusLine>['tasks'][number];

export type ExtractScore = {
  sentences: number;
  /** Tasks that are labelled, and tasks that were found. */
  wanted: number;
  found: number;
  /** Sums over the labelled tasks; divide by `wanted`. */
  leads: number;
  coordinating: number;
  actionF1: number;
  deadlines: number;
  misses: string[];
};

/** Scores one file of labelled sentences. */
export function scoreExtract(file: string | URL): ExtractScore {
  const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });
  const score: ExtractScore = {
    sentences: 0,
    wanted: 0,
    found: 0,
    leads: 0,
    coordinating: 0,
    actionF1: 0,
    deadlines: 0,
    misses: [],
  };
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, text, doc_date, tasks } = corpusLine.parse(JSON.parse(line));
    const answers = extractFromText(text, Temporal.PlainDate.from(doc_date), calendar);
    score.sentences += 1;
    score.wanted += tasks.length;
    score.found += answers.length;
    const free = [...answers];
    for (const task of tasks) addTask(score, id, task, takeNearest(free, task));
    for (const extra of free) score.misses.push(`${id} nothing wanted, found: ${extra.action}`);
  }
  return score;
}

/** Prints the scores of the kept sentences. */
export async function benchExtract(
  file: string | URL = new URL('../corpus/dev.jsonl', import.meta.url),
): Promise<void> {
  const started = performance.now();
  const score = scoreExtract(file);
  const tookMs = performance.now() - started;
  const share = (sum: number): string => `${((100 * sum) / score.wanted).toFixed(1)} %`;
  const lines = [
    `extract: ${score.sentences} sentences, ${score.wanted} tasks, ${score.found} found, ${tookMs.toFixed(0)} ms`,
    `  leads ${share(score.leads)}  coordinating ${share(score.coordinating)}  action F1 ${share(score.actionF1)}  deadline ${share(score.deadlines)}`,
    ...score.misses.map((miss) => `  ${miss}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function addTask(score: ExtractScore, id: string, wanted: WantedTask, answer: ExtractAnswer | null): void {
  const leads = answer !== null && sameWords(wanted.lead, answer.lead);
  const coordinating = answer !== null && sameWords(wanted.coordinate, answer.coordinating);
  const actionF1 = answer === null ? 0 : overlap(wanted.action, answer.action);
  const deadline = answer !== null && answer.deadline === wanted.deadline;
  score.leads += Number(leads);
  score.coordinating += Number(coordinating);
  score.actionF1 += actionF1;
  score.deadlines += Number(deadline);
  if (!leads)
    score.misses.push(`${id} leads: wanted ${wanted.lead.join(' | ')}, found ${answer?.lead.join(' | ')}`);
  if (!coordinating) {
    score.misses.push(
      `${id} coordinating: wanted ${wanted.coordinate.join(' | ')}, found ${answer?.coordinating.join(' | ')}`,
    );
  }
  if (actionF1 < 0.8)
    score.misses.push(
      `${id} action ${actionF1.toFixed(2)}: wanted ${wanted.action}, found ${answer?.action}`,
    );
  if (!deadline) score.misses.push(`${id} deadline: wanted ${wanted.deadline}, found ${answer?.deadline}`);
}

/** The answer whose action is most like the labelled one, taken out of the list. */
function takeNearest(answers: ExtractAnswer[], wanted: WantedTask): ExtractAnswer | null {
  const ranked = answers.map((answer) => ({ answer, likeness: overlap(wanted.action, answer.action) }));
  ranked.sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0]?.answer;
  if (!best) return null;
  answers.splice(answers.indexOf(best), 1);
  return best;
}

/** Names as bags of words, because one span or several does not matter (conventions §2.6). */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return wordsOf(a.join(' ')).sort().join(' ') === wordsOf(b.join(' ')).sort().join(' ');
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.kind !== 'mark' && token.plain !== 'và')
    .map((token) => token.plain);
}

/** F1 of the words of two texts. */
function overlap(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common += 1;
    counts.set(word, count - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length);
}

if (import.meta.main) await benchExtract(argv[2]);
