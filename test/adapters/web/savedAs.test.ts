import { expect, test } from 'vitest';
import { savedAs } from '../../../adapters/web/savedAs.ts';

test.each([
  ['du-thao.docx', 'du-thao.docx', 'du-thao.docx'],
  ['Dự thảo lần 2.docx', 'Du thao lan 2.docx', 'D%E1%BB%B1%20th%E1%BA%A3o%20l%E1%BA%A7n%202.docx'],
  ['Đề cương "mới".txt', 'De cuong _moi_.txt', '%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng%20%22m%E1%BB%9Bi%22.txt'],
  [
    "giám đốc's (bản*).pdf",
    'giam doc_s (ban_).pdf',
    'gi%C3%A1m%20%C4%91%E1%BB%91c%27s%20%28b%E1%BA%A3n%2A%29.pdf',
  ],
  [
    'a\r\nSet-Cookie: x=1; \\".html',
    'a__Set-Cookie_ x_1_ __.html',
    'a%0D%0ASet-Cookie%3A%20x%3D1%3B%20%5C%22.html',
  ],
  ['báo cáo \ud800.xlsx', 'bao cao _.xlsx', 'b%C3%A1o%20c%C3%A1o%20%EF%BF%BD.xlsx'],
])('%j', (name, plain, encoded) => {
  expect(savedAs(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
});
