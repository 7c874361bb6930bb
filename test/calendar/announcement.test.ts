import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holidaysNotAnnounced, parseAnnouncement } from '../../src/calendar/announcement.ts';

function read(text: string) {
  const parsed = parseAnnouncement(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.days.map((each) => [each.day.toString(), each.working, each.name]);
}

function errorsOf(text: string) {
  const parsed = parseAnnouncement(text);
  return parsed.ok ? [] : parsed.errors;
}

describe('a file that is right', () => {
  test('days off and worked, comments and empty lines', () => {
    expect(
      read('# Thông báo năm 2027\n\n2027-02-05,off,Tết Nguyên đán\n2027-02-13,working,làm bù\n  # hết\n'),
    ).toEqual([
      ['2027-02-05', false, 'Tết Nguyên đán'],
      ['2027-02-13', true, 'làm bù'],
    ]);
  });

  test.each([
    ['semicolons', '2027-02-05;off;Tết'],
    ['tabs', '2027-02-05\toff\tTết'],
    ['Windows line ends and a byte order mark', '\uFEFF2027-02-05,off,Tết\r\n'],
    ['old Mac line ends', '# x\r2027-02-05,off,Tết\r'],
    ['spaces', '  2027-02-05 , OFF ,  Tết '],
    ['Vietnamese word', '2027-02-05,nghỉ,Tết'],
    ['Vietnamese word, letters taken apart', '2027-02-05,nghỉ,Tết'.normalize('NFD')],
    ['Vietnamese date', '5/2/2027,off,Tết'],
    ['quoted name', '2027-02-05,off,"Tết"'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([['2027-02-05', false, 'Tết']]);
  });

  test('a name keeps its commas', () => {
    expect(read('2027-02-13,làm bù,"làm bù, cho ngày 5/2"')).toEqual([
      ['2027-02-13', true, 'làm bù, cho ngày 5/2'],
    ]);
  });
});

describe('every error names its line', () => {
  test.each([
    ['', [{ line: 1, problem: 'nothing-announced', value: '' }]],
    ['# chỉ có ghi chú', [{ line: 1, problem: 'nothing-announced', value: '' }]],
    ['nghỉ Tết', [{ line: 1, problem: 'fields-missing', value: 'nghỉ Tết' }]],
    ['2027-02-05,off', [{ line: 1, problem: 'name-missing', value: '2027-02-05,off' }]],
    ['2027-02-05,off,""', [{ line: 1, problem: 'name-missing', value: '2027-02-05,off,""' }]],
    ['mùng 1,off,Tết', [{ line: 1, problem: 'not-a-date', value: 'mùng 1' }]],
    ['2027-02-29,off,Tết', [{ line: 1, problem: 'no-such-day', value: '2027-02-29' }]],
    ['31/4/2027,off,lễ', [{ line: 1, problem: 'no-such-day', value: '31/4/2027' }]],
    ['2027-00-10,off,lễ', [{ line: 1, problem: 'no-such-day', value: '2027-00-10' }]],
    ['0227-02-05,off,Tết', [{ line: 1, problem: 'year-out-of-range', value: '0227-02-05' }]],
    ['2027-02-05,maybe,Tết', [{ line: 1, problem: 'neither-off-nor-working', value: 'maybe' }]],
    ['2027-02-05,off,Tết\n5/2/2027,off,Tết', [{ line: 2, problem: 'day-twice', value: '2027-02-05' }]],
    [
      '2027-02-05,off,Tết\n\nx,off,y\n2027-02-06,z,y',
      [
        { line: 3, problem: 'not-a-date', value: 'x' },
        { line: 4, problem: 'neither-off-nor-working', value: 'z' },
      ],
    ],
  ])('%j', (text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  test('long names, long lines and long files', () => {
    const [name] = errorsOf(`2027-02-05,off,${'a'.repeat(201)}`);
    expect(name).toMatchObject({ line: 1, problem: 'name-too-long' });
    expect(name?.value.length).toBeLessThanOrEqual(80);
    expect(errorsOf('x'.repeat(1_000_000))[0]?.value.length).toBeLessThanOrEqual(80);
    expect(errorsOf('\n'.repeat(100_000))).toEqual([
      { line: 1001, problem: 'too-many-lines', value: '1000' },
    ]);
  });

  test('no text makes it throw, and a refused one has an error for a line it has', () => {
    const pieces = fc.constantFrom(
      '2027-02-05',
      '31/4/2027',
      'off',
      'làm',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '"',
      '#',
      'Tết',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseAnnouncement(text);
        if (parsed.ok) expect(parsed.days.length).toBeGreaterThan(0);
        else {
          expect(parsed.errors.length).toBeGreaterThan(0);
          for (const { line } of parsed.errors) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
          }
        }
      }),
    );
  });
});

describe('holidays that an announcement leaves out', () => {
  const announced = (text: string) => {
    const parsed = parseAnnouncement(text);
    return parsed.ok ? parsed.days : [];
  };

  test('only Tết announced', () => {
    const missing = holidaysNotAnnounced(2027, announced('2027-02-05,off,Tết'));
    expect(missing.map((each) => [each.name, ...each.days.map(String)])).toEqual([
      ['Tết Dương lịch', '2027-01-01'],
      ['Giỗ Tổ Hùng Vương', '2027-04-16'],
      ['Ngày Chiến thắng', '2027-04-30'],
      ['Ngày Quốc tế lao động', '2027-05-03'],
      ['Quốc khánh', '2027-09-01', '2027-09-02'],
    ]);
  });

  test('a day worked is no day off, and the other adjacent day of 2/9 will do', () => {
    const missing = holidaysNotAnnounced(
      2027,
      announced('2027-01-01,working,x\n2027-09-02,off,x\n2027-09-03,off,x'),
    );
    expect(missing.map((each) => each.name)).toContain('Tết Dương lịch');
    expect(missing.map((each) => each.name)).not.toContain('Quốc khánh');
  });
});
