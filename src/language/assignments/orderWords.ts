/** The words of orders in official documents. Data. */
import { phraseList } from '../matching/phraseList.ts';

/** Before the unit that must do it: "giao Bộ X …", "yêu cầu Sở Y …". */
export const ORDERS = phraseList(`
giao|giao cho|giao nhiệm vụ cho|giao trách nhiệm cho|giao việc cho|yêu cầu|đề nghị|chỉ đạo|phân công|phân công cho|ủy quyền cho|giao thêm cho|lưu ý
nhờ|@|ra lệnh cho
kiến nghị|chỉ thị|chỉ thị cho|lệnh cho|nhắc nhở|đôn đốc|yêu cầu đối với|giao lại cho|tiếp tục giao|giao nhiệm vụ
`);

/** Words before an order word that make it a noun or another verb: "bàn giao", "theo yêu cầu", "việc giao". */
export const NO_ORDER_BEFORE = phraseList(
  'bàn|chuyển|theo|việc|thực hiện|được|sự|các|những|một số|ý kiến|có|nội dung|nhận|thông tin|đơn|văn bản đề|phiếu|tờ trình|hồ sơ|kết quả|qua|để|nhu cầu|tiếp thu|không|chưa|ban|công tác|nhiệm vụ|giấy|đồng ý|chấp thuận|cáo buộc|bị|luật sư|cử tri|người dân|dư luận|bị cáo|phụ huynh',
);

/** Between the order word and the unit. */
export const BEFORE_UNIT = phraseList(
  'cho|:|cụ thể|cũng|thêm|lại|đối với|tới|đến|đồng chí|đ / c|ngay|trách nhiệm cho|nhiệm vụ cho',
);

/** After the unit in a sentence without an order word: "Sở X chủ trì …", "Sở Y có trách nhiệm …". */
export const DUTIES = phraseList(`
chủ trì|có trách nhiệm|có trách nhiệm chủ trì|chịu trách nhiệm|chịu trách nhiệm chủ trì|làm đầu mối|là đầu mối|là cơ quan chủ trì|là đơn vị chủ trì|được giao
được giao chủ trì|được giao nhiệm vụ|khẩn trương chủ trì|có nhiệm vụ|phải chủ trì|cần chủ trì|sẽ chủ trì|được phân công|làm cơ quan đầu mối|được yêu cầu|là cơ quan đầu mối|làm cơ quan chủ trì|là đơn vị đầu mối|là cơ quan thường trực|giữ vai trò chủ trì|đã được giao|đã được phân công|vừa được giao|đã được yêu cầu
`);

/** Before the coordinating units. */
export const WITH = phraseList(`
phối hợp với|phối hợp cùng|phối hợp cùng với|phối hợp chặt chẽ với|phối hợp|cùng|cùng với|làm việc với|kết hợp với|có sự phối hợp của|với sự phối hợp của|với sự tham gia của
p / h với|p / h vs|p / h|ph với|ph vs|phối hợp vs
cùng phối hợp với|chủ động phối hợp với|cơ quan phối hợp :|đơn vị phối hợp :|cơ quan phối hợp|phối hợp :|phối kết hợp với|thống nhất với|bàn bạc với
`);

/** Between the unit and the work: what says who leads, and how. */
export const LEADING = phraseList(`
chủ trì|chủ trì thực hiện việc|làm đầu mối|là đầu mối|chịu trách nhiệm chính|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|làm cơ quan đầu mối|đầu mối|là cơ quan chủ trì|là cơ quan đầu mối|là đơn vị đầu mối|làm cơ quan chủ trì|là cơ quan thường trực
được giao|được giao nhiệm vụ|nhiệm vụ|trên cơ sở chức năng , nhiệm vụ được giao|theo chức năng , nhiệm vụ được giao|theo chức năng , nhiệm vụ|theo chức năng nhiệm vụ được giao|theo nhiệm vụ được giao
theo thẩm quyền|trong phạm vi chức năng , nhiệm vụ|là đơn vị chủ trì|được yêu cầu|được phân công|đã được giao|đã được phân công|vừa được giao|đã được yêu cầu|và|là|căn cứ chức năng , nhiệm vụ được giao|căn cứ chức năng , nhiệm vụ
`);

/** The close of a task, no work of its own: "…, báo cáo Thủ tướng". After a comma, "và" or ";". */
export const CLOSING_VERBS = phraseList(`
báo cáo|kịp thời báo cáo|định kỳ báo cáo|tổng hợp báo cáo|tổng hợp , báo cáo|đồng thời báo cáo|báo cáo kết quả|gửi báo cáo|có báo cáo|gửi kết quả|gửi về|gửi
trình|để trình|để báo cáo|để gửi|để tổng hợp|để ban hành|hoàn thành|phải hoàn thành|hoàn thành việc này|hoàn thành xong|thông báo kết quả|thông tin kết quả|kết quả báo cáo
kết quả|đảm bảo|bảo đảm|xong|hoàn tất|đảm bảo hoàn thành|bảo đảm hoàn thành|đề xuất , báo cáo|nếu có vướng mắc|trường hợp|nếu|thời gian|thời hạn|thời gian hoàn thành
trả lời|phản hồi|có văn bản trả lời|có kết quả|đưa vào sử dụng|đưa vào khai thác|không để|tránh|nhằm|góp phần|phục vụ|làm cơ sở|dự kiến|thừa ủy quyền|thay mặt|tham mưu báo cáo|và báo cáo|tổng hợp trình
trình cấp có|kịp thời trình|xem xét trình|báo cáo đề xuất|tổng hợp kết quả báo cáo|tổng hợp gửi|có ý kiến trước|đề xuất báo cáo
`);

/** The same without any mark before it, when a receiver follows: "12 dự án báo cáo Lãnh đạo Bộ". */
export const SENDING_VERBS = phraseList(
  'báo cáo|trình|gửi|gửi về|để trình|để báo cáo|để gửi|gửi cho|báo cáo về|để tổng hợp báo cáo|báo cáo kết quả về|báo cáo kết quả cho|gửi đến|báo cáo lên|trình lên|báo cáo cho|trả lời cho',
);

/** Receivers that are no office by their form. */
export const RECEIVERS = phraseList(`
kết quả|về|lên|cho|cấp có thẩm quyền|cấp thẩm quyền|tỉnh|thành phố|huyện|thủ tướng|chính phủ|lãnh đạo|chủ tịch|cấp trên|quốc hội|trung ương|bộ trưởng|kết quả thực hiện|theo quy định
`);

/** Clauses of the work that only say by what rule: from here the work is said. */
export const BY_WHAT_RULE = phraseList(`
theo đề nghị của|theo đề nghị tại|theo quy định của luật|theo quy định tại|theo hướng|theo chỉ đạo của|theo chỉ đạo tại|theo yêu cầu của|theo yêu cầu tại|theo kiến nghị của|theo tinh thần|trên tinh thần
theo phản ánh của|theo phản ánh|theo thông tin của|theo ý kiến chỉ đạo|theo nội dung|theo kết luận của|theo đề xuất của
`);

/** What makes a sentence with "chủ trì" a meeting or a story. */
export const MEETINGS = phraseList(`
họp|phối hợp tổ chức|cuộc họp|hội nghị|buổi|phiên|lễ|giao ban|làm việc|tiếp|buổi làm việc|hội thảo|phiên họp|tọa đàm|cuộc làm việc|hội đàm|đối thoại|tổ chức hội nghị|tổ chức lễ|tổ chức buổi|tổ chức hội thảo|tổ chức kỷ niệm|tổ chức lễ hội
bắt|bắt giữ|triệt phá|phát hiện|tổ chức họp|kỳ họp|đại hội|tổ chức cuộc họp|khám xét|bắt quả tang|tổ chức khai mạc|gặp mặt|đón tiếp
`);

/** Right after the subject: the sentence tells, or asks, and orders nothing. */
export const TELLING = phraseList(`
đã|vừa|đang|dự kiến|cam kết|cho biết|nói|cho hay|khẳng định|nhấn mạnh|nêu|đề nghị|yêu cầu|kiến nghị|thông báo|phê bình|biểu dương|cho rằng|ghi nhận|đánh giá cao|là|có|được|bị|chưa|không|cũng|xin|tin rằng|mong
thống nhất|đồng ý|giao|chỉ đạo|ban hành quyết|ban hành văn|ban hành công|có văn|tổ chức lễ|tổ chức hội|trân trọng|ra quyết
`);

/** Asked of somebody above, or about a date that stands: no task. */
export const NO_TASK = phraseList(`
cho phép|chấp thuận|gia hạn|lùi thời|lùi thời hạn|lùi thời gian|cho lùi|kéo dài thời|được gia hạn|cho gia hạn|xem xét gia hạn|thi hành quyết định|thi hành nghị quyết|thi hành chỉ thị|thi hành nghị định|thi hành thông tư|thi hành kế hoạch|thi hành quy|thi hành văn|xem xét cho phép|xem xét chấp thuận|xem xét , cho phép|xem xét , chấp thuận
cho chủ trương|biết|biết , thực hiện|biết và thực hiện|được lùi|điều chỉnh thời hạn|điều chỉnh thời gian|xem xét , gia hạn|xem xét lùi|cho phép lùi
`);

/** Words that begin a story: what follows without an order word has happened or is planned. */
export const STORY_OPENINGS = phraseList(
  'ngày|hôm|sáng|chiều|tối|trưa|vừa qua|mới đây|trước đó|rạng sáng|cùng ngày|thời gian qua|đêm|hôm qua|năm',
);

/** Words that begin a sentence whose orders are no orders: legal bases, conditions. */
export const NO_ORDER_SENTENCE = phraseList(
  'căn cứ|xét đề nghị|xét tờ trình|theo báo cáo|trường hợp|thực hiện luật|thực hiện quyết định số|lịch làm việc|lịch công tác|lịch tiếp|nơi nhận',
);
