/** What is said about an organisation file: what is the matter with it, and what its import has changed. */
export const organisationFile = {
  problem: (line: number, path: string, what: string) =>
    `Dòng ${line}${path === '' ? '' : ` (${path})`}: ${what}`,
  fileTooLong: (max: number) => `tệp quá dài, tối đa ${max.toLocaleString('vi-VN')} ký tự.`,
  emptyFile: 'tệp chưa có nội dung; cần ít nhất mục “agencies”.',
  syntax: (reason: string) => `chưa đúng cú pháp YAML (${reason}).`,
  keyTwice: 'một khoá được viết hai lần trong cùng một mục.',
  yamlAlias: (name: string) =>
    `tệp tổ chức không dùng ký hiệu &${name} và *${name} của YAML; xin viết đầy đủ.`,
  yamlLoop: (name: string) => `*${name} trỏ vòng về chính mục chứa nó.`,
  unknownKey: (key: string, allowed: readonly string[]) =>
    `không có khoá “${key}”; các khoá dùng được: ${allowed.join(', ')}.`,
  missing: (key: string) => `thiếu “${key}”.`,
  empty: 'đang để trống.',
  tooLong: (max: number) => `dài quá ${max} ký tự.`,
  tooMany: (max: number) => `nhiều hơn ${max} mục.`,
  notOneOf: (value: string, allowed: readonly string[]) =>
    `“${value}” không dùng được; chọn một trong: ${allowed.join(', ')}.`,
  badCode: (value: string) => `mã “${value}” chỉ được gồm chữ, số, dấu chấm, gạch nối, gạch dưới.`,
  badTimeZone: (value: string) => `không có múi giờ “${value}”; ví dụ đúng: Asia/Ho_Chi_Minh.`,
  badSlack: (value: string) =>
    `“${value}” không phải mã của Slack; ví dụ đúng: U0123ABCD (người), C0123ABCD (nhóm).`,
  badTelegram: (value: string) =>
    `“${value}” không phải số của Telegram; ví dụ đúng: 123456789 (người), -1001234567890 (nhóm).`,
  badEmail: (value: string) => `“${value}” không phải địa chỉ thư điện tử; ví dụ đúng: truongphong@vidu.vn.`,
  wrongKind: (kind: string) => `cần là ${kind}.`,
  kinds: { list: 'một danh sách', map: 'một mục có các khoá', yesNo: 'true hoặc false', text: 'chữ hoặc số' },
  agencyTwice: (code: string, line: number) => `mã cơ quan ${code} đã có ở dòng ${line}.`,
  departmentTwice: (code: string, agency: string, line: number) =>
    `mã đơn vị ${code} của ${agency} đã có ở dòng ${line}.`,
  personTwice: (name: string, line: number) =>
    `“${name}” đã có ở dòng ${line}; nếu là hai người, xin thêm “code” để phân biệt.`,
  accountTwice: (platform: string, id: string, name: string, line: number) =>
    `tài khoản ${platform} ${id} đã gắn với “${name}” ở dòng ${line}; một tài khoản chỉ của một người.`,
  emailTwice: (email: string, name: string, line: number) =>
    `địa chỉ ${email} đã của “${name}” ở dòng ${line}; một địa chỉ chỉ của một người.`,
  roomTwice: (platform: string, id: string, line: number) => `nhóm ${platform} ${id} đã có ở dòng ${line}.`,
  nameOfTwo: (name: string, other: string, line: number) =>
    `tên “${name}” cũng chỉ “${other}” ở dòng ${line}; một tên chỉ được chỉ một đơn vị trong cơ quan.`,
  aliasLoop: (one: string, other: string) =>
    `“${one}” và “${other}” lấy tên của nhau làm tên gọi khác, thành vòng lặp.`,
  unknownAgency: (code: string, known: readonly string[]) =>
    `không có cơ quan mã ${code}; các mã đang có: ${known.join(', ')}.`,
  unknownDepartment: (code: string, agency: string, known: readonly string[]) =>
    known.length === 0
      ? `${agency} chưa có đơn vị nào, nên không có mã ${code}.`
      : `${agency} không có đơn vị mã ${code}; các mã đang có: ${known.join(', ')}.`,
  departmentNeedsAgency: (written: string) =>
    `“${written}” thiếu mã cơ quan; viết dạng CƠQUAN/ĐƠNVỊ, ví dụ TTTT/TH.`,
  roomOfOneUnit: 'cần đúng một trong hai khoá “department” hoặc “agency”.',
  roomWithoutAddress: 'thiếu địa chỉ nhóm: “slack” hoặc “telegram”.',
  departmentsWithoutMember: 'có “departments” nhưng “roles” thiếu member.',
  memberWithoutDepartment: 'vai trò member cần “departments”.',
  headWithoutDepartment: '“head” cần “departments”.',
  accountTaken: (platform: string, id: string, name: string) =>
    `tài khoản ${platform} ${id} hiện đang gắn với “${name}”; xin gỡ ở đó trước, hoặc sửa tệp.`,
  emailTaken: (email: string, name: string) =>
    `địa chỉ ${email} hiện là của “${name}”, người không có trong tệp; xin sửa tệp.`,
  imported: 'Đã nhập tệp tổ chức',
  nothingChanged: 'Tệp tổ chức không có gì mới.',
  changes: {
    agenciesAdded: (names: string) => `Thêm cơ quan: ${names}`,
    agenciesChanged: (names: string) => `Sửa cơ quan: ${names}`,
    departmentsAdded: (names: string) => `Thêm đơn vị: ${names}`,
    departmentsChanged: (names: string) => `Sửa đơn vị: ${names}`,
    aliasesAdded: (names: string) => `Thêm tên gọi khác: ${names}`,
    peopleAdded: (names: string) => `Thêm cán bộ: ${names}`,
    peopleChanged: (names: string) => `Sửa cán bộ: ${names}`,
    rolesChanged: (names: string) => `Đổi vai trò: ${names}`,
    accountsBound: (names: string) => `Gắn tài khoản: ${names}`,
    roomsBound: (names: string) => `Gắn nhóm: ${names}`,
    departmentsNotInFile: (names: string) => `Không có trong tệp, giữ nguyên: ${names}`,
    peopleNotInFile: (names: string) => `Không có trong tệp, giữ nguyên: ${names}`,
  },
};
