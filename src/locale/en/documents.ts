import type { documents as vi } from '../vi/documents.ts';

export const documents: typeof vi = {
  state: 'SOCIALIST REPUBLIC OF VIET NAM',
  motto: 'Independence - Freedom - Happiness',
  mottoMm: 76,
  number: (number) => `No.: ${number}`,
  noNumberYet: () => '          /…',
  placeAndDate: (place, { day, month, year }) => `${place}, ${day} ${months[month - 1]} ${year}`,
  recipients: 'Recipients:',
  signHere: '(Signature and full name)',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
