/** The public holidays of Vietnam by their names in the Labour Code 2019, art. 112. A name is also what the calendar gives
 *  as the reason of a day off; a locale that wants other words translates these six. */
export const HOLIDAY_NAMES = {
  newYear: 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  hungKings: 'Giỗ Tổ Hùng Vương',
  victory: 'Ngày Chiến thắng',
  labour: 'Ngày Quốc tế lao động',
  national: 'Quốc khánh',
} as const;
