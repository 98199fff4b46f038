import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';

import { decode } from '#app/squads/import/decode.ts';
import { peopleColumns } from '#app/squads/import/people-plan.ts';
import { separatorOf } from '#app/squads/import/rows.ts';
import { readTable, type Table } from '#app/squads/import/table.ts';

const read = (text: string) => {
  const table = readTable(text, peopleColumns);
  if ('refused' in table) throw new Error(table.refused);
  return table;
};
const emails = (table: Table) => table.rows.map(({ cells }) => cells.email);
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((_, at) => view.setUint16(at * 2, text.charCodeAt(at), !bigEndian));
  return bytes;
};

describe('bytes', () => {
  const text = 'email,name\nelodie@northwind.example,Élodie Müller\n';
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16', utf16(`\uFEFF${text}`, false)],
    ['UTF-16', utf16(`\uFEFF${text}`, true)],
    ['UTF-16', utf16(text, false)],
    ['Windows-1252', Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
  ])('are read as %s, and the name is right', (encoding, bytes) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding });
    expect(read((decoded as { text: string }).text).rows[0]!.cells.name).toBe('Élodie Müller');
  });

  it('that are no text are refused', () => {
    expect(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 0xff, 0, 0]))).toHaveProperty('refused');
    expect(decode(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).toHaveProperty('refused');
  });
});

describe('a first line', () => {
  it.each([',', ';', '\t'])('tells what separates: %j', (one) => {
    expect(separatorOf(['email', 'name', '"a,b;c;d"'].join(one))).toBe(one);
  });

  it('names columns in many spellings', () => {
    const table = read(
      'E-Mail;FULL_NAME;Teams;Line Manager;Shoe size\nnina@x.example;Nina;A;olga@x.example;38',
    );
    expect(table.rows[0]!.cells).toEqual({
      email: 'nina@x.example',
      name: 'Nina',
      squads: 'A',
      manager: 'olga@x.example',
    });
    expect(table.ignored).toEqual(['Shoe size']);
  });

  it('that is wrong is told with what was found, and what is needed', () => {
    const refused = readTable('name,shoe size\nNina,38', peopleColumns) as { refused: string };
    expect(refused.refused).toContain('Missing: email');
    expect(refused.refused).toContain('Found: name, shoe size');
    expect(readTable('', peopleColumns)).toHaveProperty('refused');
    expect(readTable('email,E-MAIL\n', peopleColumns)).toHaveProperty('refused');
  });
});

describe('a lone quote', () => {
  const rows = (bad: string) =>
    `email,name\na@x.example,Anna\n${bad}\nc@x.example,"Berg, Carl"\nd@x.example,Dora\n`;

  it.each([
    ['at the beginning of a cell', 'b@x.example,"Bert', 'name'],
    ['in the middle of one', 'b@x.example,Bert "Bo', 'name'],
    ['before other words', 'b@x.example,"Bo" Bert', 'name'],
    ['in the first cell', '"b@x.example,Bert', 'email'],
  ])('%s is told by line and column, and the others are read', (_, bad, column) => {
    const table = read(rows(bad));
    expect(table.faults).toMatchObject([{ line: 3, column }]);
    expect(emails(table)).toEqual(['a@x.example', 'c@x.example', 'd@x.example']);
    expect(table.rows[1]!.cells.name).toBe('Berg, Carl');
  });

  it('stays one fault in a long file', () => {
    const many = Array.from({ length: 5000 }, (_, n) => `p${n}@x.example,"Person ${n}"`);
    many[2500] = 'p2500@x.example,"Person';
    const table = read(['email,name', ...many].join('\r\n'));
    expect(table.faults).toMatchObject([{ line: 2502, column: 'name' }]);
    expect(table.rows).toHaveLength(4999);
  });

  it('is not what closes properly some lines below', () => {
    const table = read('email,name,address\na@x.example,Anna,"Quay 1\nHarbour"\nb@x.example,Bert,\n');
    expect(table.faults).toEqual([]);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4]);
  });
});

it('a row with more cells than columns is told, and not read shifted', () => {
  const table = read('email,name\nb@x.example,Berg, Bert\nc@x.example,Carl,,\n');
  expect(table.faults).toMatchObject([{ line: 2, column: null }]);
  expect(emails(table)).toEqual(['c@x.example']);
});

it('a cell that begins as a formula is text', () => {
  for (const name of ['=1+1', '+4', '-1', '@SUM(A1)'])
    expect(read(`email,name\na@x.example,${name}`).rows[0]!.cells.name).toBe(name);
});

it('every table that was written is read again, cell by cell and line by line', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab =+-@";,\t\u00e9') }).map((text) => text.trim());
  const row = fc.record({
    email: cell.filter((text) => text !== ''),
    name: cell,
    squads: cell,
    manager: cell,
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
      const table = read(
        stringify(rows, { header: true, columns: ['email', 'name', 'squads', 'manager'], delimiter }),
      );
      expect(table.faults).toEqual([]);
      expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
      expect(table.rows.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 2));
    }),
  );
});

it('whatever text is given, it never throws, and every good line is read or told', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a",;\t\r\n ') }), (text) => {
      const table = readTable(`email,name\n${text}`, peopleColumns);
      expect('refused' in table ? table.refused : table.rows).toBeTruthy();
    }),
  );
});
