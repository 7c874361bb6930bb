/** What the names of Vietnamese offices are made of, for texts whose units the bot does not know. Data with examples. */
import { phraseList } from '../matching/phraseList.ts';

/** Words that begin the name of an office. */
export const OFFICE_HEADS = phraseList(`
bộ|sở|cục|vụ|ban|phòng|văn phòng|vp|tổng cục|chi cục|thanh tra|công an|viện|viện kiểm sát|tòa án|trung tâm|trường|đại học|học viện
ubnd|ủy ban nhân dân|ủy ban|ub|hđnd|hội đồng nhân dân|hội đồng|mttq|ủy ban mttq|mặt trận tổ quốc|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy
bệnh viện|tập đoàn|tổng công ty|công ty|ngân hàng|kho bạc|bảo hiểm xã hội|bhxh|đài|báo|tạp chí|thông tấn xã|tổ công tác|tổ|đội|đoàn
bộ tư lệnh|bộ chỉ huy|bộ đội|quân khu|quân đoàn|hải quan|kiểm lâm|quản lý thị trường|liên đoàn|hội|hiệp hội|nhà máy|khoa|bql|ban quản lý|ban quản lý dự án|ban chỉ đạo
chính phủ|quốc hội|vpcp|vpub|kiểm toán|cơ quan|đơn vị|chủ đầu tư|nhà thầu|doanh nghiệp|khu|p|thuế|điện lực
tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|đoàn thanh niên|liên minh|liên hiệp|bộ phận|hợp tác xã|chính quyền|thường trực|vườn quốc gia|đại sứ quán|phân viện|cấp ủy|quý sở|quý cơ quan|quý đơn vị|quý bộ|quý công ty|quý trường|quý phòng|quý ban|quý ủy ban|phía|tư vấn giám sát|tư vấn thiết kế|nhà thầu thi công|đơn vị thi công|đơn vị tư vấn|công đoàn|đồn|đồn biên phòng|ban giám hiệu|ban giám đốc|ban điều hành|liên đoàn lao động|tổng thầu|nhà đầu tư|chủ dự án|ban cán sự đảng|ban soạn thảo|tổ soạn thảo|tổ biên tập|ban tổ chức|ban biên tập|đảng đoàn|cụm|nhóm|chi nhánh
phân xưởng|trạm|xí nghiệp|lữ đoàn|sư đoàn|trung đoàn|cảng|hạt|khối|cảnh sát|trại|thư viện|bảo tàng|nhà văn hóa|quỹ|kho|nông trường|lâm trường
`);

/** People who stand for their office: "Giám đốc Công an TP.HCM", "Chủ tịch UBND quận Thanh Khê". */
export const OFFICE_PEOPLE = phraseList(`
giám đốc|phó giám đốc|tổng giám đốc|chủ tịch|phó chủ tịch|bộ trưởng|thứ trưởng|tổng cục trưởng|cục trưởng|vụ trưởng|viện trưởng
chánh văn phòng|chánh thanh tra|trưởng ban|trưởng phòng|trưởng|thủ trưởng|người đứng đầu|hiệu trưởng|tư lệnh|chánh án|chi cục trưởng
thủ tướng|phó thủ tướng|lãnh đạo|đồng chí|đ/c|bí thư|phó trưởng phòng|thống đốc|giáo viên|giáo viên chủ nhiệm|tổ trưởng|kế toán trưởng|kế toán|chuyên viên|văn thư|tổng biên tập|tổng kiểm toán|tổng thanh tra
`);

/** Groups without a name: "các đơn vị liên quan", "các Bộ, ngành, địa phương". Also single, inside such a list. */
export const OFFICE_GROUPS = phraseList(`
ngành|địa phương|cơ quan|đơn vị|tổ chức|cấp|huyện|tỉnh|xã|quận|phường|thị trấn|thị xã|thành phố|doanh nghiệp|chủ đầu tư|nhà thầu|đoàn thể
lực lượng|trường trung học phổ thông|trường trung học cơ sở|trường tiểu học|trường mầm non|trường học|cơ sở giáo dục|cơ sở y tế|cơ sở kinh doanh|cụm|khối|chủ hồ|chủ rừng|chủ tàu|chủ xe|chủ phương tiện|chủ cơ sở|hãng|nhà đầu tư|người dân|hộ dân|hộ kinh doanh|nhà mạng|nhà máy|đại lý|chi nhánh|trạm|nhà trường|phòng khám|khách sạn|thôn|đảng bộ|chi bộ|quận ủy|huyện ủy|thành ủy|tỉnh ủy|đảng ủy|cấp ủy
bên|thành viên|cá nhân|hộ|chuyên gia|hội|tổng cục|chi cục|ủy ban|ubnd|ủy ban nhân dân|văn phòng|trung tâm|ban quản lý|công ty|bệnh viện|đại học|phòng ban|phòng|ban|bộ|sở|cục|vụ|viện|trường|tập đoàn|tổng công ty|ngân hàng|cơ sở|hiệp hội
`);

/** Kinds of places inside a name: "UBND huyện Bến Lức", "Công an TP. Đà Nẵng". */
export const PLACES = phraseList(
  'tỉnh|thành phố|tp|huyện|quận|xã|phường|thị trấn|thị xã|tx|thôn|bản|tổ dân phố|khu phố|trung ương',
);

/** What closes the name of a group: "các đơn vị liên quan". */
export const GROUP_TAILS = phraseList(`
này|nói trên|trên đây|ven biển|ven sông|miền núi|vùng cao|biên giới|phía bắc|phía nam|miền trung|nội thành|ngoại thành|nghiệp vụ|lữ hành|viễn thông di động|trong tỉnh|trên cả nước|trong cả nước
liên quan|có liên quan|chức năng|chuyên ngành|chuyên môn|hữu quan|trực thuộc|địa phương|cùng cấp|nêu trên|khác|có tên trên|sử dụng ngân sách|trực thuộc trung ương|trực thuộc bộ|trực thuộc tỉnh|trực thuộc sở|thuộc sở|trực thuộc cục|thuộc cục|trực thuộc ủy ban|thuộc ủy ban|trực thuộc huyện|trực thuộc huyện ủy|trực thuộc thành phố|thuộc , trực thuộc|thuộc và trực thuộc|thuộc , trực thuộc bộ|trực thuộc ubnd tỉnh|thuộc tỉnh|thuộc bộ|được phân công|có chức năng|nghiệp vụ
`);

/** Names of fields that hold "và", a comma or small letters, so that a list is not cut inside one: "Bộ Văn hóa, Thể thao và Du lịch". */
export const FIELDS = phraseList(`
kế hoạch và đầu tư|kế hoạch & đầu tư|tài nguyên và môi trường|tài nguyên môi trường|nông nghiệp và phát triển nông thôn|nông nghiệp và ptnt|nông nghiệp & ptnt|nông nghiệp & phát triển nông thôn|nông nghiệp và môi trường
thông tin và truyền thông|thông tin truyền thông|khoa học và công nghệ|khoa học công nghệ|giáo dục và đào tạo|giáo dục đào tạo
lao động, thương binh & xã hội|lao động - thương binh & xã hội|lao động - tb & xh|lao động - tb và xh|lao động tb và xh|lao động tb & xh|lao động, tb và xh|lao động - tbxh
lao động, thương binh và xã hội|lao động - thương binh và xã hội|lao động – thương binh và xã hội|lao động thương binh và xã hội
văn hóa, thể thao & du lịch|văn hóa, tt và du lịch|văn hóa, tt & dl|văn hóa tt & dl|thông tin & truyền thông|tài nguyên & môi trường|giáo dục & đào tạo|khoa học & công nghệ|nông nghiệp & môi trường
văn hóa, thể thao và du lịch|văn hóa thể thao và du lịch|văn hóa và thể thao|văn hóa, thể thao|văn hóa - thông tin|văn hóa và thông tin
giao thông vận tải|công thương|nội vụ|ngoại vụ|ngoại giao|tư pháp|tài chính|y tế|xây dựng|quốc phòng|công an|du lịch|dân tộc|dân tộc và tôn giáo
quy hoạch - kiến trúc|quy hoạch và kiến trúc|quy hoạch kiến trúc|nông nghiệp|thông tin|kế hoạch|kế hoạch - tài chính|tài chính - kế hoạch
kế hoạch và tài chính|kế hoạch tài chính|tổ chức cán bộ|tổ chức - cán bộ|pháp chế|tổng hợp|hành chính - tổ chức|hành chính|quản lý dự án|quản lý xây dựng và chất lượng công trình giao thông|quản lý xây dựng và chất lượng công trình
đầu tư xây dựng|đầu tư xây dựng các công trình giao thông|đầu tư xây dựng công trình giao thông|quản lý đầu tư xây dựng|thuế|hải quan|thống kê|chính sách dân tộc|bảo hiểm xã hội|thi đua - khen thưởng|công nghệ thông tin
thị trường trong nước|thị trường ngoài nước|hợp tác quốc tế|y tế dự phòng|quản lý chất lượng|kiểm soát thủ tục hành chính|quản lý thuế|thông tin đối ngoại|hành chính quản trị|hành chính - quản trị|kế hoạch - tổng hợp|tài chính - kế toán|tổ chức - nhân sự|trồng trọt|thủy lợi|quản lý dược|khám chữa bệnh|khám, chữa bệnh|quản lý khám, chữa bệnh
giải quyết khiếu nại, tố cáo|khiếu nại, tố cáo|phòng, chống tham nhũng|phòng, chống ma túy|phòng, chống thiên tai|phòng, chống thiên tai và tìm kiếm cứu nạn|phòng chống thiên tai|phòng, chống tội phạm
phòng cháy, chữa cháy|phòng cháy, chữa cháy và cứu nạn, cứu hộ|phòng cháy chữa cháy và cứu nạn cứu hộ|bảo trợ xã hội|người có công|văn hóa - xã hội|văn hóa và xã hội|kinh tế - ngân sách|kinh tế và ngân sách|kinh tế, hạ tầng và đô thị|hạ tầng và đô thị
đăng ký đất đai|phát triển quỹ đất|kiểm soát bệnh tật|xúc tiến đầu tư|xúc tiến thương mại|hỗ trợ doanh nghiệp|khuyến nông|dịch vụ việc làm|vệ sinh dịch tễ|quản lý lao động ngoài nước|lao động ngoài nước|an toàn lao động|thanh tra xây dựng
đối tác công - tư|đối tác công tư|cảnh sát điều tra|an ninh điều tra|cảnh sát hình sự|hàng không|hàng không dân dụng|biên tập|thi đua|thi đua, khen thưởng|các công trình dân dụng và công nghiệp|công trình dân dụng và công nghiệp|các công trình giao thông|các công trình nông nghiệp và phát triển nông thôn|các công trình
chuyển đổi số|an toàn thực phẩm|quản lý đất đai|phòng cháy chữa cháy|cảnh sát giao thông|quản lý thị trường|khoa học, công nghệ và môi trường
khoa học, công nghệ|tổ chức - hành chính|kinh tế - hạ tầng|kinh tế và hạ tầng|quản lý đô thị|quản lý trật tự đô thị|quản lý thị trường|tài nguyên - môi trường|văn hóa|giáo dục|nhà nước
`);
