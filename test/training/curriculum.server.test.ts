import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import {
  curriculum,
  curriculumFiles,
  moduleKeys,
  moduleNamed,
  readCurriculum,
  trainingSettings,
} from '#app/training/curriculum.server.ts';
import { partHtml } from '#app/training/lesson-html.server.ts';

import { bankText, lessonText } from './written.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curriculum-'));
  mkdirSync(join(folder, 'white'));
  write('training.json', JSON.stringify({ passMark: 80, questions: 8, retakeHours: 24, openDays: 7 }));
  write('white/01-one.md', lessonText('Hello.'));
  write('white/01-one.quiz.json', bankText());
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const read = () => readCurriculum(folder);
const version = () => read().modules[0]!.version;

it('has nothing wrong with the files that come with the house', () => {
  const faults = curriculumFiles().filter((file) => 'faults' in file.read);
  expect(faults).toEqual([]);
  expect(curriculum().length).toBeGreaterThanOrEqual(6);
  expect([...moduleKeys()]).toEqual(curriculum().map(({ key }) => key));
  expect(moduleNamed('white/01-accounts-and-sign-ins')?.belt).toBe('white');
  expect(moduleNamed('white/../white/01-accounts-and-sign-ins')).toBeNull();
  expect(moduleNamed('__proto__')).toBeNull();
  expect(trainingSettings().passMark).toBe(80);
});

it('shows a changed file at once, as another version', () => {
  const first = version();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(version()).toBe(first);
  write('white/01-one.md', lessonText('Hello again.'));
  const second = version();
  expect(second).not.toBe(first);
  write('white/01-one.quiz.json', bankText({ prompt: 'What now?' }));
  expect(version()).not.toBe(second);
  write('white/01-one.md', lessonText('Hello.'));
  write('white/01-one.quiz.json', bankText());
  expect(version()).toBe(first);
});

it('is the same version with the line ends of another system', () => {
  const first = version();
  write('white/01-one.md', `\uFEFF${lessonText('Hello.').replaceAll('\n', '\r\n')}`);
  expect(version()).toBe(first);
});

it('goes on without a module that is broken or gone, and the others stand', () => {
  write('white/02-two.md', lessonText('Two.'));
  write('white/02-two.quiz.json', bankText());
  expect(read().modules).toHaveLength(2);
  write('white/01-one.md', 'nothing of the sort');
  expect(read().modules.map(({ key }) => key)).toEqual(['white/02-two']);
  rmSync(join(folder, 'white/02-two.quiz.json'));
  expect(read().modules).toEqual([]);
  expect(read().keys.size).toBe(2);
});

it('names the file and the line of what is wrong, settings included, and looks past what is no part of it', () => {
  write('white/.01-one.md.swp', 'x');
  mkdirSync(join(folder, '.editor'));
  write('.editor/notes.md', 'x');
  write('README.md', 'How to write a lesson.');
  write('white/01-one.quiz.json', '{');
  write('training.json', '{"passMark": 180}');
  const faulty = curriculumFiles(folder).flatMap(({ file, read: of }) => ('faults' in of ? [file] : []));
  expect(faulty).toEqual([join(folder, 'training.json'), join(folder, 'white/01-one.quiz.json')]);
});

it('leads from a lesson to the pages of others, and nowhere else inside', () => {
  const html = (markdown: string) =>
    partHtml({ key: 'white/01-one' }, { key: 'begin', heading: 'Begin', markdown });
  const hrefs = (markdown: string) =>
    [...html(markdown).matchAll(/<a(?: href="([^"]*)")?/g)].map(([, href]) => href ?? null);
  expect(hrefs('[a](../green/02-b.md) [b](../green/02-b.md#c-d "a \\" title") [c](#größe)')).toEqual([
    '/training/green/02-b',
    '/training/green/02-b/parts/c-d',
    '/training/white/01-one/parts/gr%C3%B6%C3%9Fe',
  ]);
  expect(hrefs('[a](https://example.org/?a=1&b=2) [b](../../x.md) [c](/settings)')).toEqual([
    'https://example.org/?a=1&amp;b=2',
    null,
    null,
  ]);
  expect(html('`<a href="../green/02-b.md">`')).not.toContain('/training/green');
  expect(html('[a](javascript:alert(1))')).not.toContain('javascript');
});
