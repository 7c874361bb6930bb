import type { Directory } from '../../../adapters/web/playground.ts';

const centre = { agencyCode: 'TTTT', agencyName: 'Trung tâm Thông tin – Ủy ban Dân tộc' };
const office = { agencyCode: 'CNTT', agencyName: 'Cục Công nghệ thông tin – Bộ TN&MT' };
const general = 'Phòng Tổng hợp';
const planning = 'Phòng Kế hoạch';

/** The two agencies of the story, a department each. */
export const sampleDirectory: Directory = {
  people: [
    {
      ...centre,
      userId: 'c-leader',
      name: 'Giám đốc Trung tâm',
      roles: ['leader'],
      departments: [],
      head: false,
    },
    {
      ...centre,
      userId: 'c-official',
      name: 'Chuyên viên Tổng hợp',
      roles: ['official'],
      departments: [],
      head: false,
    },
    {
      ...centre,
      userId: 'c-head',
      name: 'Trưởng phòng Tổng hợp',
      roles: ['member'],
      departments: [general],
      head: true,
    },
    { ...office, userId: 'o-leader', name: 'Cục trưởng', roles: ['leader'], departments: [], head: false },
    {
      ...office,
      userId: 'o-official',
      name: 'Chánh Văn phòng',
      roles: ['official'],
      departments: [],
      head: false,
    },
    {
      ...office,
      userId: 'o-head',
      name: 'Trưởng phòng Kế hoạch',
      roles: ['member'],
      departments: [planning],
      head: true,
    },
  ],
  rooms: [
    {
      chatId: 'room-1',
      title: general,
      agencyCode: 'TTTT',
      departmentCode: 'TH',
      memberUserIds: ['c-head', 'c-official'],
    },
    {
      chatId: 'room-2',
      title: planning,
      agencyCode: 'CNTT',
      departmentCode: 'KH',
      memberUserIds: ['o-head', 'o-official'],
    },
    {
      chatId: 'room-3',
      title: 'Nhóm Trung tâm Thông tin',
      agencyCode: 'TTTT',
      departmentCode: null,
      memberUserIds: ['c-leader', 'c-official', 'c-head'],
    },
  ],
};
