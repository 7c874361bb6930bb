import { describe, expect, it } from 'vitest';
import { type Locale, localeFor } from '../../src/locale/locale.ts';
import { describeProblems, OrganisationFileError } from '../../src/people/organisation.ts';
import { parseOrganisation } from '../../src/people/organisationFile.ts';
import { sampleText } from './organisation.ts';

const vi = localeFor('vi', 'Asia/Ho_Chi_Minh');
const en = localeFor('en', 'Asia/Ho_Chi_Minh');

function problemsOf(text: string, t: Locale = vi): string[] {
  try {
    parseOrganisation(text);
    return [];
  } catch (error) {
    if (error instanceof OrganisationFileError) return describeProblems(error, t);
    throw error;
  }
}

it('reads the file of the contract', () => {
  const { agencies, rooms } = parseOrganisation(`
agencies:
  - code: TTTT
    name: Trung tâm Thông tin – Ủy ban Dân tộc
    aliases: [TTTT – UBDT]
    departments:
      - { code: TH, name: Phòng Tổng hợp, aliases: [P. Tổng hợp, P.TH] }
    people:
      - { name: Giám đốc Trung tâm, roles: [leader], slack: U0000001, telegram: 1001 }
      - { name: Trưởng phòng Tổng hợp, roles: [member], departments: [TH], head: true, slack: U0000003 }
  - code: CNTT
    name: Cục Công nghệ thông tin
rooms:
  - { department: TTTT/TH, slack: C0000001 }
  - { agency: CNTT, telegram: -1001 }
`);
  expect(agencies.map(({ code, aliases, departments }) => [code, aliases, departments.length])).toEqual([
    ['TTTT', ['TTTT – UBDT'], 1],
    ['CNTT', [], 0],
  ]);
  expect(agencies[0]?.people[0]?.accounts).toEqual([
    { platform: 'slack', id: 'U0000001' },
    { platform: 'telegram', id: '1001' },
  ]);
  expect(agencies[0]?.people[1]).toMatchObject({ roles: ['member'], departments: ['TH'], head: true });
  expect(rooms.map(({ department, agency, addresses }) => [department, agency, addresses[0]?.id])).toEqual([
    ['TTTT/TH', '', 'C0000001'],
    ['', 'CNTT', '-1001'],
  ]);
});

it('reads the sample of the story', () => {
  expect(problemsOf(sampleText)).toEqual([]);
});

it('takes who is in a department, and is said to be nothing else, for a member', () => {
  const { agencies } = parseOrganisation(agencyWith('people: [{ name: A, departments: [TH] }]'));
  expect(agencies[0]?.people[0]?.roles).toEqual(['member']);
});

/** An agency TTTT (lines 2 and 3) with a department TH on line 4; `rest` begins on line 5. */
function agencyWith(rest: string): string {
  const indented = rest.replaceAll('\n', '\n    ');
  return `agencies:\n  - code: TTTT\n    name: Trung tâm\n    departments: [{ code: TH, name: Phòng Tổng hợp }]\n    ${indented}\n`;
}

const rows: [what: string, text: string, problems: string[]][] = [
  ['nothing', '', ['Dòng 1: tệp chưa có nội dung; cần ít nhất mục “agencies”.']],
  ['no agency', 'agencies: []', ['Dòng 1 (agencies): đang để trống.']],
  ['a list that is none', 'agencies: 5', ['Dòng 1 (agencies): cần là một danh sách.']],
  [
    'broken YAML',
    'agencies:\n  - {code: A',
    [
      'Dòng 2: chưa đúng cú pháp YAML (Flow map in block collection must be sufficiently indented and end with a }).',
    ],
  ],
  [
    'a key twice',
    'agencies:\n  - code: A\n    code: B\n    name: x',
    ['Dòng 3: một khoá được viết hai lần trong cùng một mục.'],
  ],
  [
    'a loop of YAML aliases',
    'agencies: &all\n  - *all\n',
    ['Dòng 2 (*all): *all trỏ vòng về chính mục chứa nó.'],
  ],
  [
    'YAML aliases',
    'agencies:\n  - &a { code: A, name: x }\n  - *a\n',
    ['Dòng 3 (*a): tệp tổ chức không dùng ký hiệu &a và *a của YAML; xin viết đầy đủ.'],
  ],
  [
    'unknown keys',
    agencyWith('people:\n  - name: A\n    boss: true'),
    [
      'Dòng 7 (agencies[0].people[0].boss): không có khoá “boss”; các khoá dùng được: name, code, roles, departments, head, email, slack, telegram.',
    ],
  ],
  [
    'a missing name',
    agencyWith('people: [{ slack: U1 }]'),
    ['Dòng 5 (agencies[0].people[0].name): thiếu “name”.'],
  ],
  [
    'an unknown role',
    agencyWith('people: [{ name: A, roles: [chief] }]'),
    [
      'Dòng 5 (agencies[0].people[0].roles[0]): “chief” không dùng được; chọn một trong: leader, official, member, admin.',
    ],
  ],
  [
    'an unknown department',
    agencyWith('people: [{ name: A, roles: [member], departments: [XX] }]'),
    ['Dòng 5 (agencies[0].people[0].departments): TTTT không có đơn vị mã XX; các mã đang có: TH.'],
  ],
  [
    'a member of nothing, a head of nothing',
    agencyWith('people: [{ name: A, roles: [member], head: true }]'),
    [
      'Dòng 5 (agencies[0].people[0].roles): vai trò member cần “departments”.',
      'Dòng 5 (agencies[0].people[0].head): “head” cần “departments”.',
    ],
  ],
  [
    'two people on one account',
    agencyWith('people:\n  - { name: A, slack: U1 }\n  - { name: B, slack: U1 }'),
    [
      'Dòng 7 (agencies[0].people[1].slack): tài khoản slack U1 đã gắn với “A” ở dòng 6; một tài khoản chỉ của một người.',
    ],
  ],
  [
    'names where the platforms’ numbers belong',
    agencyWith(
      'people:\n  - { name: A, slack: an.nguyen, telegram: "@an" }\n  - { name: B, telegram: 1.5 }',
    ).concat('rooms:\n  - { agency: TTTT, slack: "#chung", telegram: nhóm }\n'),
    [
      'Dòng 6 (agencies[0].people[0].slack): “an.nguyen” không phải mã của Slack; ví dụ đúng: U0123ABCD (người), C0123ABCD (nhóm).',
      'Dòng 6 (agencies[0].people[0].telegram): “@an” không phải số của Telegram; ví dụ đúng: 123456789 (người), -1001234567890 (nhóm).',
      'Dòng 7 (agencies[0].people[1].telegram): “1.5” không phải số của Telegram; ví dụ đúng: 123456789 (người), -1001234567890 (nhóm).',
      'Dòng 9 (rooms[0].slack): “#chung” không phải mã của Slack; ví dụ đúng: U0123ABCD (người), C0123ABCD (nhóm).',
      'Dòng 9 (rooms[0].telegram): “nhóm” không phải số của Telegram; ví dụ đúng: 123456789 (người), -1001234567890 (nhóm).',
    ],
  ],
  [
    'one person twice',
    agencyWith('people:\n  - { name: A }\n  - { name: A }'),
    ['Dòng 7 (agencies[0].people[1]): “A” đã có ở dòng 6; nếu là hai người, xin thêm “code” để phân biệt.'],
  ],
  [
    'one code for two departments',
    'agencies:\n  - code: A\n    name: x\n    departments:\n      - { code: TH, name: y }\n      - { code: th, name: z }',
    ['Dòng 6 (agencies[0].departments[1]): mã đơn vị TH của A đã có ở dòng 5.'],
  ],
  [
    'one code for two agencies',
    'agencies:\n  - { code: A, name: x }\n  - { code: a, name: y }',
    ['Dòng 3 (agencies[1]): mã cơ quan A đã có ở dòng 2.'],
  ],
  [
    'a loop of aliases',
    'agencies:\n  - code: A\n    name: x\n    departments:\n      - { code: TH, name: Phòng Tổng hợp, aliases: [Phòng Kế hoạch] }\n      - { code: KH, name: Phòng Kế hoạch, aliases: [phong tong hop] }',
    [
      'Dòng 5 (agencies[0].departments[0].aliases): “Phòng Tổng hợp” và “Phòng Kế hoạch” lấy tên của nhau làm tên gọi khác, thành vòng lặp.',
      'Dòng 6 (agencies[0].departments[1].aliases): “Phòng Kế hoạch” và “Phòng Tổng hợp” lấy tên của nhau làm tên gọi khác, thành vòng lặp.',
    ],
  ],
  [
    'an alias of two departments',
    'agencies:\n  - code: A\n    name: x\n    departments:\n      - { code: TH, name: Phòng Tổng hợp, aliases: [Tổng hợp] }\n      - { code: KH, name: Phòng Kế hoạch, aliases: [TONG  HOP] }',
    [
      'Dòng 6 (agencies[0].departments[1].aliases): tên “TONG  HOP” cũng chỉ “Phòng Tổng hợp” ở dòng 5; một tên chỉ được chỉ một đơn vị trong cơ quan.',
    ],
  ],
  [
    'rooms of nothing',
    `${agencyWith('people: []')}rooms:
  - { department: TTTT/XX, slack: C1 }
  - { department: TH, slack: C2 }
  - { agency: QQ, slack: C1 }
  - { agency: TTTT }
  - { agency: TTTT, department: TTTT/TH, slack: C3 }`,
    [
      'Dòng 7 (rooms[0]): TTTT không có đơn vị mã XX; các mã đang có: TH.',
      'Dòng 8 (rooms[1]): “TH” thiếu mã cơ quan; viết dạng CƠQUAN/ĐƠNVỊ, ví dụ TTTT/TH.',
      'Dòng 9 (rooms[2].slack): nhóm slack C1 đã có ở dòng 7.',
      'Dòng 9 (rooms[2]): không có cơ quan mã QQ; các mã đang có: TTTT.',
      'Dòng 10 (rooms[3]): thiếu địa chỉ nhóm: “slack” hoặc “telegram”.',
      'Dòng 11 (rooms[4]): cần đúng một trong hai khoá “department” hoặc “agency”.',
    ],
  ],
  [
    'words that are too long, codes that are none, zones and languages that are none',
    `agencies:\n  - code: A B\n    name: ${'x'.repeat(201)}\n    timeZone: Asia/Hanoi\n    language: fr`,
    [
      'Dòng 2 (agencies[0].code): mã “A B” chỉ được gồm chữ, số, dấu chấm, gạch nối, gạch dưới.',
      'Dòng 3 (agencies[0].name): dài quá 200 ký tự.',
      'Dòng 4 (agencies[0].timeZone): không có múi giờ “Asia/Hanoi”; ví dụ đúng: Asia/Ho_Chi_Minh.',
      'Dòng 5 (agencies[0].language): “fr” không dùng được; chọn một trong: vi, en.',
    ],
  ],
];

describe('says, line by line, what is the matter with', () => {
  it.each(rows)('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

it('names everything at once, also what hides behind other mistakes', () => {
  const text = agencyWith(
    'boss: 1\npeople:\n  - { name: A, roles: [chief], slack: U1 }\n  - { name: B, slack: U1 }',
  );
  expect(problemsOf(text).map((problem) => problem.slice(0, 8))).toEqual([
    'Dòng 5 (',
    'Dòng 7 (',
    'Dòng 8 (',
  ]);
});

it('speaks English too', () => {
  expect(
    problemsOf(agencyWith('people:\n  - { name: A, slack: U1, boss: 1 }\n  - { name: B, slack: U1 }'), en),
  ).toEqual([
    'Line 6 (agencies[0].people[0].boss): there is no key “boss”; keys that may stand here: name, code, roles, departments, head, email, slack, telegram.',
    'Line 7 (agencies[0].people[1].slack): the slack account U1 belongs to “A” on line 6; an account belongs to one person.',
  ]);
});
