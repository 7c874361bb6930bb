/** The words of questions about tasks, with what they ask for. Data; a way to say something is added to its line. */
import { type PhraseList, phraseList } from '../matching/phraseList.ts';
import type { QueryRole, QueryState } from './query.ts';

export const STATES: readonly { state: QueryState; words: PhraseList }[] = [
  {
    state: 'open',
    words:
      phraseList(`chưa xong|chưa hoàn thành|chưa làm|chưa làm xong|đang làm|đang thực hiện|đang mở|đang xử lý|đang triển khai|còn lại|tồn đọng|tồn|trong hạn
      chưa nộp|chưa báo cáo|chưa kết thúc|còn dở|dở dang|open|in progress|ongoing|active|pending|not done|unfinished|not finished|outstanding`),
  },
  {
    state: 'overdue',
    words: phraseList(
      `quá hạn|bị quá hạn|quá hạn xử lý|trễ hạn|trễ|bị trễ|chậm|chậm tiến độ|bị chậm|muộn|chậm muộn|hết hạn|đã hết hạn|overdue|late|past due|behind schedule|chậm hạn|lỡ hạn`,
    ),
  },
  {
    state: 'dueSoon',
    words: phraseList(
      `sắp đến hạn|sắp hết hạn|sắp tới hạn|sắp quá hạn|gần đến hạn|gần hết hạn|gần hạn|sắp hạn|đến hạn|tới hạn|due soon|due|coming due|upcoming`,
    ),
  },
  {
    state: 'notAccepted',
    words: phraseList(
      `chưa nhận|chưa tiếp nhận|chưa nhận việc|chưa ai nhận|chờ nhận|chờ tiếp nhận|chưa được nhận|not accepted|unaccepted|not yet accepted`,
    ),
  },
  {
    state: 'submitted',
    words: phraseList(
      `đã nộp|đã trình|chờ duyệt|chờ phê duyệt|chờ nghiệm thu|chờ kiểm tra|chờ xác nhận|đã báo xong|submitted|waiting for review|to review|awaiting review`,
    ),
  },
  {
    state: 'blocked',
    words: phraseList(
      `vướng mắc|bị vướng mắc|đang vướng mắc|có vướng mắc|vướng|bị vướng|đang vướng|gặp khó khăn|khó khăn|tắc|bị tắc|blocked|stuck`,
    ),
  },
  {
    state: 'completed',
    words: phraseList(
      `đã hoàn thành|hoàn thành|đã xong|xong|đã làm xong|hoàn tất|đã hoàn tất|đã kết thúc|kết thúc|completed|done|finished|closed`,
    ),
  },
  {
    state: 'cancelled',
    words: phraseList(`đã hủy|bị hủy|hủy|đã hủy bỏ|hủy bỏ|đình chỉ|thu hồi|cancelled|canceled`),
  },
  {
    state: 'noDeadline',
    words: phraseList(
      `không có hạn|không hạn|chưa có hạn|không có thời hạn|chưa có thời hạn|không thời hạn|chưa rõ hạn|no deadline|without deadline|without a deadline`,
    ),
  },
];

export const ROLES: readonly { role: QueryRole; words: PhraseList }[] = [
  {
    role: 'assignedToMe',
    words: phraseList(
      `được giao|tôi được giao|việc được giao|mình được giao|phải làm|tôi phải làm|assigned to me|i owe|i have to do|giao cho tôi|giao tôi`,
    ),
  },
  {
    role: 'givenByMe',
    words: phraseList(
      `đã giao|tôi đã giao|tôi giao|mình giao|mình đã giao|giao đi|việc đã giao|do tôi giao|given by me|i gave|i assigned|assigned by me|given`,
    ),
  },
  {
    role: 'following',
    words: phraseList(
      `theo dõi|đang theo dõi|tôi theo dõi|tôi đang theo dõi|following|followed|watching|i follow|i watch`,
    ),
  },
];

export const MINE: readonly { mine: boolean; words: PhraseList }[] = [
  {
    mine: true,
    words: phraseList(
      'của tôi|của mình|của em|tôi|mình|my|mine|phòng tôi|phòng mình|đơn vị tôi|đơn vị mình|của phòng tôi|của đơn vị tôi|cá nhân',
    ),
  },
  {
    mine: false,
    words: phraseList(
      'tất cả|toàn bộ|mọi việc|mọi|toàn cơ quan|cả cơ quan|toàn trung tâm|của mọi người|all|everything|everybody|everyone',
    ),
  },
];

export const PROGRAMME = phraseList(
  'chương trình phối hợp|chương trình hợp tác|cooperation programme|programme of cooperation',
);

/** Words that ask nothing of their own. */
export const ASKING_WORDS = phraseList(`
việc|công việc|nhiệm vụ|các|những|của|cho|xem|có|nào|gì|bao nhiêu|mấy|tình hình|danh sách|là|thế nào|ra sao|như thế nào|đang|hiện|hiện nay|còn|trong|thì
và|với|ở|tại|bên|phía|do|được|giao|giao cho|giúp|liệt kê|hỏi|về|đã|chưa|bị|đến|tới|vào|ai|đâu|rồi|à|ạ|nhé|thống kê|báo cáo|kiểm tra|cần|phải|ngày|kỳ|thời gian
những việc|tiến độ|kết quả|hạn|có hạn|đơn vị|lọc|tìm|cơ quan|anh|chị|đồng chí|đ / c|ông|bà|cán bộ|người|thuộc|tháng|từ|hoặc|hay|không
how|what|which|tasks|task|list|show|of|the|in|for|by|are|is|status|me|with|and|or|to|that|who|any|a|how many|on|during|at|from|please|were|was|do|does|we|i|have|has|work|things|stand
`);
