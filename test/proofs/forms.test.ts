import { expect, it } from 'vitest';

import { formsOn, linksOn } from './forms.ts';

const page = `<a href="/squads?archived=yes">Old</a><a href="https://elsewhere.example/">Away</a>
<form method="post" action="/people/1/roles"><button name="role" value="organiser">Make organiser</button></form>
<form><input type="search" name="q" value="a &amp; b"/></form>
<form method="post"><input type="file" name="file"/><input type="checkbox" name="private" value="yes"/>
<textarea name="markdown">
text</textarea></form>`;

it('a form is where it leads and all that it could send', () => {
  expect(formsOn(page, '/postmortems?q=x')).toEqual([
    { method: 'POST', path: '/people/1/roles', fields: [['role', 'organiser']], files: [] },
    { method: 'GET', path: '/postmortems?q=x', fields: [['q', 'a & b']], files: [] },
    {
      method: 'POST',
      path: '/postmortems?q=x',
      fields: [
        ['markdown', 'text'],
        ['private', 'yes'],
      ],
      files: ['file'],
    },
  ]);
});

it('only links of the same origin are followed', () => {
  expect(linksOn(page, '/people')).toEqual(['/squads?archived=yes']);
});
