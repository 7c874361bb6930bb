/** Two agencies as in the story, with departments of the same name on both sides. */
import type { KnownUnit } from '../../../src/language/matching/unit.ts';

const TTTT = 1;
const CNTT = 2;

function department(
  id: number,
  agencyId: number,
  code: string,
  name: string,
  aliases: string[] = [],
): KnownUnit {
  return {
    id,
    kind: 'department',
    agencyId,
    agencyCode: agencyId === TTTT ? 'TTTT' : 'CNTT',
    code,
    name,
    aliases,
  };
}

export const UNITS: readonly KnownUnit[] = [
  {
    id: 1,
    kind: 'agency',
    agencyId: TTTT,
    agencyCode: 'TTTT',
    code: 'TTTT',
    name: 'Trung tâm Thông tin – Ủy ban Dân tộc',
    aliases: ['TTTT – UBDT', 'Information Centre'],
  },
  {
    id: 2,
    kind: 'agency',
    agencyId: CNTT,
    agencyCode: 'CNTT',
    code: 'CNTT',
    name: 'Cục Công nghệ thông tin',
    aliases: ['Cục CNTT', 'Cục CNTT – Bộ TN&MT'],
  },
  department(10, TTTT, 'TH', 'Phòng Tổng hợp', ['P. Tổng hợp', 'General Affairs']),
  department(11, TTTT, 'KH', 'Phòng Kế hoạch', ['Planning Department']),
  department(12, TTTT, 'VP', 'Văn phòng'),
  department(13, TTTT, 'HCTC', 'Phòng Hành chính - Tổ chức', ['P. HC-TC']),
  department(14, TTTT, 'CSDL', 'Phòng Cơ sở dữ liệu'),
  department(20, CNTT, 'CNTT', 'Phòng Công nghệ thông tin', ['P. CNTT']),
  department(21, CNTT, 'PTPM', 'Phòng Phát triển phần mềm'),
  department(22, CNTT, 'VP', 'Văn phòng Cục', ['VP Cục']),
  department(23, CNTT, 'TV', 'Phòng Tài vụ'),
  department(24, CNTT, 'TH', 'Phòng Tổng hợp'),
  { ...department(25, TTTT, 'QLDA', 'Phòng Quản lý dự án'), closed: true },
];

export const TTTT_HOME = { agencyId: TTTT };
export const NO_HOME = { agencyId: null };
