/** Verbs with which an order names the work, and the words around them. Data; a verb is added to the line it belongs to. */
import { phraseList } from './phraseList.ts';

/** Two-syllable verbs of office work. */
const PAIRS = `
rà soát|kiểm tra|thanh tra|thẩm tra|thẩm định|xem xét|nghiên cứu|tham mưu|đề xuất|kiến nghị|xây dựng|soạn thảo|dự thảo
tổng hợp|báo cáo|cập nhật|cung cấp|chuẩn bị|hoàn thiện|hoàn thành|hoàn chỉnh|hoàn tất|bổ sung|sửa đổi|điều chỉnh|chỉnh sửa|chỉnh lý
triển khai|thực hiện|tổ chức|xử lý|giải quyết|khắc phục|làm rõ|làm việc|xác minh|điều tra|đánh giá|phân tích|thống kê
tiếp thu|giải trình|trả lời|hướng dẫn|đôn đốc|theo dõi|giám sát|quản lý|phối hợp|chủ trì|chỉ đạo|tăng cường|đẩy mạnh|đẩy nhanh
ban hành|phê duyệt|công bố|công khai|thông báo|thông tin|tuyên truyền|phổ biến|quán triệt|tập huấn|bồi dưỡng|đào tạo
bố trí|phân bổ|cân đối|thanh toán|quyết toán|giải ngân|thu hồi|bàn giao|tiếp nhận|nghiệm thu|khảo sát|thiết kế|thi công|lắp đặt
lấy ý|cho ý|xin ý|góp ý|tham gia|đóng góp|chấn chỉnh|ngăn chặn|phòng chống|phòng ngừa|bảo đảm|đảm bảo|duy trì|bảo vệ|bảo trì
rút kinh|sơ kết|tổng kết|kiểm điểm|kiểm kê|kiểm soát|đối chiếu|xác định|lựa chọn|đăng ký|đăng tải|đề nghị|yêu cầu|thành lập|củng cố
kiện toàn|sắp xếp|bổ nhiệm|tuyển dụng|khen thưởng|kỷ luật|xử phạt|tháo gỡ|hỗ trợ|tạo điều|khẩn trương|căn cứ|thay thế|tháo dỡ
thu thập|lập kế|lên kế|mở lớp|tiến hành|ứng dụng|vận hành|nâng cấp|mở rộng|kết nối|chia sẻ|số hóa|khai thác|sử dụng|lưu trữ
đảm nhiệm|chịu trách|ký kết|đàm phán|trao đổi|tiếp tục|rà xét|điều phối|huy động|vận động|cấp phép|cấp phát|giao nhiệm|nắm bắt
nắm tình|tập trung|quan tâm|ưu tiên|thúc đẩy|hạn chế|giảm thiểu|cải tạo|cải cách|cải thiện|sửa chữa|trùng tu|di dời|giải phóng
thống nhất|tạm dừng|chuyển giao|rút quân|tuân thủ|chấp hành|thi hành|khởi công|thông xe|hủy bỏ|bãi bỏ|khoanh vùng|truy vết|cách ly|tiêm vắc|tiêm chủng|phân công|phân loại|phân luồng|kiểm đếm
xác nhận|cấp giấy|cấp đổi|chuyển hồ|lên phương|xem lại|kiểm định|kiểm nghiệm|lấy mẫu|truy thu|truy tố|khởi tố|tạm đình|đình chỉ|xóa bỏ|dừng ngay|trồng rừng|tu bổ|nạo vét|gia cố|ứng phó|ứng trực|sơ tán
kêu gọi|cứu trợ|cứu hộ|tìm giải|đổi mới|nâng cao|siết chặt|chi trả|trích lập|thoái vốn|cổ phần|tái cơ|cơ cấu|biên soạn|biên tập|dịch thuật|in ấn|nhập liệu|thẩm duyệt|tham dự|bám sát
tổng kiểm|tổng rà|tổng vệ|tổng điều|tổng duyệt|vào cuộc|cưỡng chế|hoàn trả|bắt giữ|bắt quả|triệt phá|khám xét|tạm giữ|thu giữ|đấu tranh|truy quét|hạ mực|đắp đập|tăng thời|sẵn sàng|phấn đấu|chỉnh trang|thu hoạch|gieo trồng|tiêm phòng|giảm giá|điều động|luân chuyển|cung ứng|dự trữ|bình ổn|cắm biển
đề ra|đưa ra|đưa vào|gia hạn|rà phá|tìm hiểu|phát hiện|phát động|phát triển|phát hành|phản ánh|phản hồi|phúc đáp|tìm kiếm|truy tìm
mua sắm|đấu thầu|thuê tư|ký hợp|liên hệ|mời họp|tổ chức|dự toán|dự kiến|tính toán|quy hoạch|kê khai|niêm yết|tiếp công|đối thoại
`;

/** One-syllable verbs; only in small letters, for as capitals they begin names. */
const SINGLES = `
ktra|dừng|lập|trình|gửi|làm|soạn|viết|lấy|nêu|cử|nộp|đăng|mời|đưa|mua|sửa|xin|rà|giúp|phải|cần|sẽ|tìm`;

/** Nouns that end in one of them: "công trình", "thành lập". */
const NOUNS = `
công trình|chương trình|quy trình|quá trình|tờ trình|lộ trình|giáo trình|hành trình|phương trình|lịch trình|tiến trình|thành lập|độc lập|thiết lập
xác lập|công lập|dân lập|tư lập|tạo lập|kính gửi|tiền gửi|việc làm|người làm|nơi làm|cách làm|thu mua|đề cử|bầu cử|bản tổng
`;

/** Words that only say how: they neither belong to a unit's name nor begin the work. */
const MANNERS = `
khẩn trương|chủ động|tích cực|nghiêm túc|nhanh chóng|kịp thời|thường xuyên|trực tiếp|tiếp tục|phải|cần|sớm|ngay|sẽ|cũng|đồng thời|cùng lúc
có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|trong phạm vi chức năng|theo chức năng|theo chức năng nhiệm vụ|theo thẩm quyền được giao
theo chức năng , nhiệm vụ được giao|theo chức năng , nhiệm vụ|căn cứ chức năng , nhiệm vụ được giao|căn cứ chức năng , nhiệm vụ|trong phạm vi chức năng , nhiệm vụ được giao|trong phạm vi chức năng , nhiệm vụ
`;

export const ACTION_PAIRS: ReadonlySet<string> = words(PAIRS);
export const ACTION_SINGLES: ReadonlySet<string> = words(SINGLES);
export const NOUN_PAIRS: ReadonlySet<string> = words(NOUNS);
export const MANNER_PHRASES = phraseList(MANNERS);

function words(lines: string): Set<string> {
  return new Set(
    lines
      .trim()
      .split(/[|\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
}
