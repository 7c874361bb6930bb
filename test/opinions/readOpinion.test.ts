import { expect, it } from 'vitest';
import { readOpinion } from '../../src/opinions/readOpinion.ts';
import { ownOptions, usualOptions } from '../../src/opinions/round.ts';

it.each([
  ['đồng ý', 'agree', null],
  ['Đồng ý.', 'agree', null],
  ['dong y', 'agree', null],
  ['Tôi hoàn toàn nhất trí', 'agree', null],
  ['agree', 'agree', null],
  ['đồng ý với dự thảo', 'agree', 'với dự thảo'],
  ['Đồng ý nội dung dự thảo', 'agree', 'nội dung dự thảo'],
  ['đồng ý ạ', 'agree', null],
  ['đồng ý với dự thảo nhưng cần bổ sung phụ lục', 'remarks', 'với dự thảo nhưng cần bổ sung phụ lục'],
  ['đồng ý theo phương án 2 nếu có kinh phí', 'remarks', 'theo phương án 2 nếu có kinh phí'],
  ['đồng ý, nhưng cần bổ sung nguồn kinh phí', 'remarks', 'cần bổ sung nguồn kinh phí'],
  ['Cơ bản đồng ý; đề nghị sửa mục 3', 'remarks', 'đề nghị sửa mục 3'],
  ['đồng ý, có ý kiến: rút gọn phần II', 'remarks', 'rút gọn phần II'],
  ['dong y nhung bo sung phu luc', 'remarks', 'nhung bo sung phu luc'],
  ['agree, but add a budget', 'remarks', 'add a budget'],
  ['không đồng ý', 'disagree', null],
  ['Không đồng ý vì thiếu nguồn lực', 'disagree', 'thiếu nguồn lực'],
  ['chưa nhất trí, cần họp lại', 'disagree', 'cần họp lại'],
  ['khong dong y', 'disagree', null],
  ["I don't agree", 'disagree', null],
])('of the usual three: “%s”', (text, optionKey, words) => {
  expect(readOpinion(text, usualOptions)).toEqual({ optionKey, words });
});

it.each([
  '',
  'Đề nghị bổ sung phần dữ liệu',
  'đồng ý không?',
  'không phải là tôi không đồng ý',
  'không có ý kiến',
  'đồngý kiến',
])('says no option: “%s”', (text) => {
  expect(readOpinion(text, usualOptions)).toBeNull();
});

const own = ownOptions(['cấp Bộ ký', 'cấp Cục và Trung tâm ký', 'cấp Bộ']);

it.each([
  ['cấp Bộ ký', 'o1', null],
  ['Chọn cấp Cục và Trung tâm ký, vì nhanh hơn', 'o2', 'nhanh hơn'],
  ['cap bo', 'o3', null],
  ['2', 'o2', null],
  ['phương án 1: như năm ngoái', 'o1', 'như năm ngoái'],
])('of the question’s own: “%s”', (text, optionKey, words) => {
  expect(readOpinion(text, own)).toEqual({ optionKey, words });
});

it.each(['đồng ý', '7', 'cấp Sở ký', 'cấp Bộký'])('none of the question’s own: “%s”', (text) => {
  expect(readOpinion(text, own)).toBeNull();
});
