/** The header that makes a browser save a file under its own name (RFC 6266). Pure. */

/** `filename*` holds the name as it is; `filename`, for what does not know that one, only letters that every reader takes. */
export function savedAs(name: string): string {
  const plain = name
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** `encodeURIComponent` leaves '()* alone, which RFC 5987 does not allow there (attr-char); it rejects half of a pair. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
