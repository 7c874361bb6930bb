/** Vietnamese text made comparable: case, Unicode form, diacritics and old or new tone placement put aside. Pure. */

/** Lower case, NFC, full-width forms made plain; diacritics kept. "HOÀ" and "hòa" still differ: see `fold`. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** `plain` without diacritics, `đ` as `d`: "Uỷ ban", "Ủy Ban" and "uy ban" become one. Length may change. */
export function fold(text: string): string {
  return plain(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd');
}
