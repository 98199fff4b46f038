/** Every form that one of the three meets, filled in for the good of the selfish one. */
import { paths } from '#app/paths.ts';

import { crawl } from './crawl.ts';
import { addressLike } from './farm-addresses.ts';
import { actingRoutes, type Farmer } from './farm-house.ts';
import type { Trio } from './farm-tricks.ts';
import type { PageForm } from './forms.ts';

/** What would end what was gained, or the visit. Taking back and doing again has tricks of its own. */
const AVOIDED =
  /^\/sign-out|^\/account\/(sessions|password)|withdrawal|removal|dropping|declining|taking-back|stepping-down|-ending|\/ending$|\/return$|\/reopening$|\.csv|\.json|\.ics/;

const somebody = /^(person\d?|who|owner|to|presenter|manager|buddy|participant|deputy|host)$/;

/** How a field is filled in by one of them, whatever a browser would send. */
function favouring(name: string, value: string, by: Farmer, { selfish, colluders }: Trio): string {
  const other = by === selfish ? colluders[0]! : selfish;
  if (somebody.test(name) && !/^[0-9a-z]{16}$/.test(value)) return other.email;
  if (name === 'meant') return 'wall';
  if (name === 'answer') return value === '' ? 'confirmed' : value;
  if (name === 'vote') return 'yes';
  if (name === 'reach') return 'everyone';
  if (/target|goal|minutes|hours/.test(name)) return value || '1';
  if (name === 'day') return value || new Date().toISOString().slice(0, 10);
  if (/link|url|outcome/.test(name)) return value || 'https://example.com/proof';
  return value || 'It made all of us safer, and I saw it myself.';
}

/** Shapes of forms, and routes that were posted to whether they show a form or not. */
export type Posted = { posted: Set<string>; routes: Set<string>; requests: number };

/** Crawls all that somebody can reach, and posts every form that is found there. */
export async function postEverything(by: Farmer, trio: Trio, done: Posted, ofAKind: number): Promise<void> {
  const from = [
    paths.home(),
    paths.ownRecognition(),
    paths.recognition(),
    paths.notices(),
    paths.nominations(),
  ];
  const counted = {
    visit: (path: string) => {
      done.requests += 1;
      return by.visit(path);
    },
  };
  const { forms, addresses } = await crawl(counted, from, AVOIDED, ofAKind);
  for (const [shape, form] of forms) {
    if (form.method !== 'POST') continue;
    done.posted.add(shape);
    done.requests += 1;
    await by.submit(form.path, filledIn(form, by, trio));
  }
  for (const route of actingRoutes) {
    const path = addressLike(route, addresses);
    if (path === null || AVOIDED.test(path)) continue;
    done.routes.add(route);
    done.requests += 1;
    const fields = Object.entries(usual).map(([name, value]) => [name, favouring(name, value, by, trio)]);
    await by.submit(path, fields as [string, string][]);
  }
}

/** What forms of the house are made of, for what is posted to where no form is shown. */
const usual: Record<string, string> = Object.fromEntries(
  [
    'person',
    'to',
    'note',
    'reason',
    'words',
    'text',
    'answer',
    'vote',
    'day',
    'link',
    'meant',
    'reach',
    'role',
  ]
    .map((name) => [name, ''])
    .concat([
      ['version', '1'],
      ['kind', 'award'],
      ['state', 'done'],
      ['present', 'yes'],
      ['target', '1'],
    ]),
);

const filledIn = ({ fields }: PageForm, by: Farmer, trio: Trio) =>
  fields
    .filter(([name]) => name !== 'undo')
    .map(([name, value]): [string, string] => [name, favouring(name, value, by, trio)]);
