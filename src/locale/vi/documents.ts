/** Words of the Word files the bot writes, as Decree 30/2020/NĐ-CP wants them. */

/** A clerk numbers the document: "Số:        /BB-…". */
const signOfKind: readonly (readonly [string, string])[] = [
  ['BIÊN BẢN', 'BB'],
  ['BÁO CÁO', 'BC'],
  ['TỜ TRÌNH', 'TTr'],
  ['THÔNG BÁO', 'TB'],
  ['CHƯƠNG TRÌNH', 'CTr'],
  ['KẾ HOẠCH', 'KH'],
];

/** Days under 10 and the months 1 and 2 take a zero, so that nothing can be written before them. */
const two = (number: number) => String(number).padStart(2, '0');

export const documents = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  /** Length of the motto in 14 pt bold: the line under it is as long. */
  mottoMm: 60,
  number: (number: string) => `Số: ${number}`,
  noNumberYet: (kind: string) =>
    `          /${signOfKind.find(([name]) => kind.startsWith(name))?.[1] ?? ''}-…`,
  placeAndDate: (place: string, { day, month, year }: Temporal.PlainDate) =>
    `${place}, ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`,
  recipients: 'Nơi nhận:',
  signHere: '(Ký, ghi rõ họ tên)',
};
