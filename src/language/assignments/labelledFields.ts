/** Plans name who does what in labelled fields: "Cơ quan chủ trì: Sở X; cơ quan phối hợp: Sở Y; thời gian hoàn thành: quý II". Pure. */
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import type { Word } from '../matching/words.ts';
import { listEnd, officeList } from './officeList.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** `start`: where the first label stands; what is before it in the sentence is the work. */
export type LabelledFields = { start: number; leads: TokenSpan[]; coordinating: TokenSpan[] };

/** The fields of a sentence; null when it has none. */
export function labelledFields(tokens: readonly Word[], sentence: TokenSpan): LabelledFields | null {
  let fields: LabelledFields | null = null;
  for (let at = sentence.start; at < sentence.end; at += 1) {
    const leading = phraseAt(tokens, at, LEAD_LABELS);
    const joining = phraseAt(tokens, at, COORDINATING_LABELS);
    const label = Math.max(leading, joining, phraseAt(tokens, at, TIME_LABELS));
    if (label === 0) continue;
    const offices = leading + joining > 0 ? officeList(tokens, at + label, sentence.end) : [];
    if (leading + joining > 0 && offices.length === 0) continue;
    fields ??= { start: at, leads: [], coordinating: [] };
    (leading > 0 ? fields.leads : fields.coordinating).push(...offices);
    at = Math.max(at + label, listEnd(offices, at)) - 1;
  }
  return fields;
}

const LEAD_LABELS = phraseList(`
cơ quan chủ trì :|đơn vị chủ trì :|cơ quan chủ trì thực hiện :|đơn vị chủ trì thực hiện :|cơ quan thực hiện :|đơn vị thực hiện :|trách nhiệm thực hiện :
chủ trì thực hiện :|chủ trì :|cơ quan , đơn vị chủ trì :|đơn vị đầu mối :|cơ quan đầu mối :|phân công thực hiện :
`);
const COORDINATING_LABELS = phraseList(
  'cơ quan phối hợp :|đơn vị phối hợp :|cơ quan , đơn vị phối hợp :|phối hợp thực hiện :|phối hợp :|cơ quan phối hợp thực hiện :|đơn vị phối hợp thực hiện :',
);
const TIME_LABELS = phraseList(
  'thời gian hoàn thành :|thời gian thực hiện :|thời hạn hoàn thành :|thời gian :|hạn hoàn thành :|thời hạn :|thời gian trình :|thời hạn thực hiện :|tiến độ :',
);
