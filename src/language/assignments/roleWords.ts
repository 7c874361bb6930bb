/** The words that give a unit its part in a task. Data: phrases stand beside an example of each kind. */
import { phraseList } from '../matching/phraseList.ts';

/** Before a lead: "giao P. TH …", "đề nghị VP …", "đầu mối: P. TH". */
export const LEAD_BEFORE = phraseList(`
giao|giao cho|giao việc cho|giao nhiệm vụ cho|giao lại cho|phân công|phân công cho|đề nghị|đ / n|đn|yêu cầu|y / c|yc|nhờ|chuyển cho
đầu mối|đầu mối :|đầu mối là|chủ trì :|chủ trì là|đơn vị chủ trì|đơn vị chủ trì :|đơn vị thực hiện|đơn vị thực hiện :|thực hiện :
đơn vị đầu mối|đơn vị đầu mối :|cơ quan chủ trì|cơ quan chủ trì :|kính gửi|kính gửi :|chủ trì chính :|lead|lead :|led by|assignee :
assign|assign to|assign this to|assign it to|ask|tell|have|please ask|mà giao|mà giao cho|chuyển sang|giao sang|đã giao|chỉ đạo
đổi đầu mối sang|chuyển đầu mối sang|chuyển đầu mối cho|đổi sang|chuyển lại cho|could|can|would|will
`);

/** The same, trusted only at the start of a task, for inside the work they name a receiver: "gửi VP", "cho VP". */
export const LEAD_AT_START = phraseList('cho|gửi|gửi :|gửi cho|chuyển|kính chuyển|to|chủ trì|do|bên|for');

/** After a lead: "P. TH chủ trì". */
export const LEAD_AFTER = phraseList(`
chủ trì|chủ trì ,|( chủ trì )|( đầu mối )|( lead )|cùng chủ trì|đồng chủ trì|phối hợp chủ trì|làm chủ trì|làm đầu mối|là đầu mối|đầu mối|đầu mối chủ trì|chịu trách nhiệm chính|chịu trách nhiệm|làm chính|phụ trách
là đơn vị chủ trì|là đơn vị đầu mối|là cơ quan chủ trì|làm đơn vị chủ trì|có trách nhiệm chủ trì|được giao chủ trì|khẩn trương chủ trì
to lead|leads|will lead|takes the lead|to take the lead|as lead|as the lead|to be the focal point|as focal point|là chủ trì
`);

/** After a lead, closed by the end, a mark or a date: "…, P. TH làm". */
export const LEAD_DOES = phraseList(
  'làm|thực hiện|đảm nhiệm|lo|lo việc này|triển khai|xử lý|does it|handles it',
);

/** What an office asks of another is its own work: "P. KH đề nghị Cục CNTT cung cấp số liệu". */
export const ASKING = phraseList('đề nghị|đ / n|đn|yêu cầu|y / c|yc|nhờ|chỉ đạo|ask|tell');

/** Words in which "giao" gives nothing: "giao ban", "giao thông". */
export const GIVING_NOTHING = phraseList('ban|thông|dịch|lưu|nhận|nộp|tiếp|hữu|diện|thoa|thừa|mùa|kèo');

/** Before a coordinating unit: "phối hợp với VP", "p/h VP". */
export const COORDINATING_BEFORE = phraseList(`
phối hợp|phối hợp với|phối hợp cùng|phối hợp cùng với|phối hợp chặt chẽ với|p / h|p / h với|p / h cùng|ph|ph với|phối hợp :|đơn vị phối hợp
đơn vị phối hợp :|cơ quan phối hợp|cơ quan phối hợp :|kết hợp với|có sự phối hợp của|với sự phối hợp của|có sự tham gia của
together with|in coordination with|in cooperation with|coordinate with|coordinating with|and coordinate with|supported by|coordinating :|and work with
`);

/** The same right beside a lead only: "P. TH cùng VP dự thảo", not "trao đổi với VP". */
export const COORDINATING_BESIDE = phraseList('cùng|cùng với|với|with|along with|and|kèm');

/** After a coordinating unit: "VP phối hợp". */
export const COORDINATING_AFTER = phraseList(`
phối hợp|( phối hợp )|cùng phối hợp|p / h|tham gia phối hợp|phối hợp thực hiện|hỗ trợ|to support|to coordinate|supports|to assist|coordinating|phối hợp tham gia
làm đơn vị phối hợp|là đơn vị phối hợp
`);

/** Words before "phối hợp" that make it a noun: "nội dung phối hợp", "chương trình phối hợp với Cục CNTT". */
export const COORDINATION_NOUNS = phraseList(`
chương trình|quy chế|nội dung|kế hoạch|công tác|việc|cơ chế|thỏa thuận|biên bản|văn bản|hội nghị|cuộc họp|buổi họp|hoạt động|tình hình
kết quả|vấn đề|dự án|đề án|phương án|cần|sự|quan hệ|nhiệm vụ|yêu cầu|khả năng|công văn|thư|báo cáo|ký|về|nhu cầu|tờ trình|quá trình|phương thức
`);

/** After a follower: "VP theo dõi". Closed by the end, a mark or a deadline. */
export const FOLLOWER_AFTER = phraseList(`
theo dõi|( theo dõi )|theo dõi chung|theo dõi , đôn đốc|theo dõi và đôn đốc|giám sát|chỉ đạo|chỉ đạo chung|trực tiếp chỉ đạo|đôn đốc|biết|để biết|nắm|to follow|to monitor
to watch|follows|for information|theo dõi , chỉ đạo|chỉ đạo , theo dõi|theo dõi giúp
`);

/** Before a follower: "theo dõi: VP", "cc VP". */
export const FOLLOWER_BEFORE = phraseList(`
theo dõi :|chỉ đạo :|người theo dõi :|đơn vị theo dõi|đơn vị theo dõi :|đồng gửi|đồng gửi :|đồng kính gửi|cc|cc :|followers :|follower :|cc to|báo để
`);

/** Before a unit that is ruled out: "không giao P. TH", "thay vì VP". */
export const EXCLUDED_BEFORE = phraseList(`
không giao|không giao cho|không giao việc cho|ko giao|ko giao cho|k giao|k giao cho|chưa giao|chưa giao cho|đừng giao|đừng giao cho|không nhờ|không phải
chứ không phải|chứ không giao|chứ không|thay vì|thay vì giao|thay vì giao cho|thay cho|trừ|ngoại trừ|không cần|không phải giao|không phân công|thôi giao
not|but not|instead of|rather than|except|do not assign|don't assign|not to|không gửi|thôi không giao|khỏi giao
`);

/** After a unit that is ruled out: "P. TH không làm". */
export const EXCLUDED_AFTER = phraseList(
  'không làm|không chủ trì|thôi chủ trì|không phải làm|không tham gia|không làm nữa|thôi làm|ko làm',
);

/** Words between a role word and its unit that change nothing: "giao các phòng …", "giao đ/c Trưởng phòng …". */
export const FILLERS = phraseList(`
các|cả|hai|ba|cho|đ / c|đồng chí|lãnh đạo|anh|chị|a / c|anh chị|đơn vị|các đơn vị|bộ phận|phía|bên|the|team|trưởng|phó trưởng|phó
các đồng chí|các đ / c|toàn thể|ban lãnh đạo|thủ trưởng|người đứng đầu|@|:|là|các đơn vị :|các anh chị|chuyên viên|cán bộ|2|3|4|hai phòng|ngay|giám đốc|phó giám đốc
cục trưởng|phó cục trưởng|chánh|phó chánh|vụ trưởng|trưởng ban|thầy|cô|em
`);

/** Said before the sign of a unit that is called otherwise: "P. TTDL" for a "Trung tâm Dữ liệu". */
export const HEADS = phraseList('p|p .|phòng');
