import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { line, optionalLine, prose, severity } from '#app/http/fields.ts';
import { formIn, readForm } from '#app/http/form.server.ts';

const schema = z.object({ name: line('a name', 40), note: prose(100), severity });

const posted = (body: FormData | [string, string][], headers?: Record<string, string>) =>
  new Request('http://guildhall.test/', {
    method: 'POST',
    body: body instanceof FormData ? body : new URLSearchParams(body),
    ...(headers && { headers }),
  });

describe('a form', () => {
  it('is read into what its schema says', async () => {
    const read = await readForm(
      posted([
        ['name', '  Ada   Lovelace '],
        ['note', 'a\r\nb  '],
        ['severity', '2'],
      ]),
      schema,
    );
    expect(read).toEqual({ value: { name: 'Ada Lovelace', note: 'a\nb', severity: 2 } });
  });

  it('is refused with words for each field, and with what was typed', async () => {
    const read = await readForm(
      posted([
        ['name', ' '],
        ['note', 'x'.repeat(101)],
        ['severity', '9'],
      ]),
      schema,
    );
    expect(read).toEqual({
      refused: {
        errors: {
          name: 'Please give a name.',
          note: expect.stringContaining('longer than 100 characters'),
          severity: 'Choose a severity from the list.',
        },
        values: { name: ' ', note: 'x'.repeat(101), severity: '9' },
      },
    });
  });

  it('is refused in words where a field is missing', async () => {
    const read = await readForm(posted([]), schema);
    expect(read).toMatchObject({ refused: { errors: { name: 'Please give a name.' } } });
  });

  it('never gives a password back', async () => {
    const fields: [string, string][] = [
      ['name', ''],
      ['password', 'hunter2'],
      ['newPassword', 'hunter2'],
    ];
    expect(JSON.stringify(await readForm(posted(fields), schema))).not.toContain('hunter2');
  });

  it('takes the last of two values, and no files', async () => {
    const form = new FormData();
    form.append('name', 'Ben');
    form.append('name', 'Ada');
    form.append('name', new File(['x'], 'Mallory'));
    expect(await readForm(posted(form), schema)).toMatchObject({ value: { name: 'Ada' } });
  });

  it('changes nothing by the name of a field', async () => {
    await readForm(
      posted([
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['name', 'Ada'],
      ]),
      schema,
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('has words for a NUL where its schema does, and is a bad request with it elsewhere', async () => {
    const ids = z.object({ note: prose(100), item: z.string(), seen: z.coerce.number().catch(0) });
    const read = (item: string, note: string, seen = '1') =>
      readForm(
        posted([
          ['item', item],
          ['note', note],
          ['seen', seen],
        ]),
        ids,
      );
    expect(await read('a', 'b')).toHaveProperty('value');
    expect(await read('a', 'b\0')).toMatchObject({ refused: { errors: { note: expect.any(String) } } });
    for (const asked of [read('a\0', 'b'), read('a\0', 'b\0'), read('a', 'b', '1\0')])
      await expect(asked).rejects.toMatchObject({ init: { status: 400 } });
  });

  it('without a schema is a bad request with a NUL', async () => {
    expect((await formIn(posted([['item', 'a']]))).get('item')).toBe('a');
    const fields: [string, string][] = [
      ['item', 'a\0'],
      ['item', 'b'],
    ];
    await expect(formIn(posted(fields))).rejects.toMatchObject({ init: { status: 400 } });
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=none'])(
    'is a bad request as %s',
    async (type) => {
      const reading = readForm(posted([['name', 'Ada']], { 'Content-Type': type }), schema);
      await expect(reading).rejects.toMatchObject({ init: { status: 400 } });
    },
  );
});

describe('a field', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const kept = (text: unknown) => String(text);

  it('of one line is one line, whatever is sent', () => {
    for (const field of [line('it', 50), optionalLine(50)]) {
      fc.assert(
        fc.property(anything, (text) => {
          const read = field.safeParse(text);
          if (!read.success) return;
          expect(kept(read.data)).not.toMatch(/[\n\r\0]|^\s|\s$|\s\s/);
          expect(read.data.length).toBeLessThanOrEqual(50);
        }),
      );
    }
  });

  it('of prose holds no carriage return and no NUL, which not every database can keep', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = prose(50).safeParse(text);
        if (read.success) expect(kept(read.data)).not.toMatch(/[\r\0]/);
      }),
    );
    expect(prose().safeParse('a\0b').success).toBe(false);
  });

  it('reads the same again', () => {
    for (const field of [optionalLine(200), prose(200)]) {
      fc.assert(
        fc.property(anything, (text) => {
          const read = field.safeParse(text);
          if (read.success) expect(field.parse(read.data)).toBe(read.data);
        }),
      );
    }
  });

  it('writes one letter one way', () => {
    expect(line('a name', 40).parse('E\u0301lodie')).toBe('Élodie');
  });

  it('for a severity may be left empty', () => {
    expect(severity.parse('')).toBeNull();
    expect(severity.safeParse('0').success).toBe(false);
  });
});
