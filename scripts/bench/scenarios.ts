/** What is asked for, under the names that the results carry. */
import { type Places, signers } from './data.ts';
import { FORM, signInForm } from './session.ts';
import { COMMON_WORD, RARE_WORDS } from './words.ts';

export type Asked = { method: string; path: string; headers: Record<string, string>; body?: string };

export type Scenario = {
  name: string;
  /** the only status that counts as an answer */
  status: number;
  /** what has to be done before a round of so many seconds */
  prepare?(origin: string, cookie: string, seconds: number): Promise<void>;
  /** the next request to send, from somebody with this cookie */
  next(origin: string, cookie: string): Asked;
};

const get = (name: string, path: string, headers: Record<string, string> = {}): Scenario => ({
  name,
  status: 200,
  next: (_, cookie) => ({ method: 'GET', path, headers: { ...headers, Cookie: cookie } }),
});

const searchFor = (words: string) => `/postmortems?${new URLSearchParams({ q: words })}`;
const LIST = '/action-items?state=open&severity=3';

/** Pages that are looked at, which are also asked for when there is much more data. */
export const pages = ({ postmortem }: Places): Scenario[] => [
  get('list', LIST),
  get('postmortem', `/postmortems/${postmortem}`),
  get('search', searchFor(RARE_WORDS)),
];

/** The same pages under an address that nobody has asked for yet, so that they are made and not remembered. */
export const anew = (scenario: Scenario): Scenario => {
  let asked = 0;
  return {
    ...scenario,
    name: `${scenario.name}, made anew`,
    next(origin, cookie) {
      const { path, ...rest } = scenario.next(origin, cookie);
      return { ...rest, path: `${path}${path.includes('?') ? '&' : '?'}asked=${asked++}` };
    },
  };
};

/** Pages that may well cost more when there is more to go through: asked for when measuring growth alone. */
export const demandingPages: Scenario[] = [
  get('list of everything unfinished', '/action-items'),
  get('search for a word in every tenth', searchFor(COMMON_WORD)),
];

/** Pages of the people side: asked for in a usual company and in a large one. */
export const peoplePages: Scenario[] = [
  get('coverage', '/coverage'),
  get('coverage of an area', `/coverage?${new URLSearchParams({ area: 'Area 3', lack: 'champion' })}`),
  get('champion’s home', '/'),
];

/** Pages of the whole program: asked for in a usual company and in a large one. */
export const insightPages: Scenario[] = [get('report', '/report'), get('wall', '/recognition')];

export const write = ({ drafts }: Places): Scenario => {
  let sent = 0;
  return {
    name: 'write',
    status: 303,
    next(origin, cookie) {
      const at = sent++;
      const time = `${String(at % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
      const entry = {
        day: '2026-11-02',
        time,
        zone: '',
        written: '',
        text: `Entry ${at} was added under load.`,
      };
      return {
        method: 'POST',
        path: `/postmortems/${drafts[at % drafts.length]}/timeline`,
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': FORM },
        body: new URLSearchParams(entry).toString(),
      };
    },
  };
};

export function signingIn(): Scenario {
  let sent = 0;
  return {
    name: 'sign-in',
    status: 303,
    next: (origin) => ({
      method: 'POST',
      path: '/sign-in',
      headers: { Origin: origin, 'Content-Type': FORM },
      body: signInForm(signers[sent++ % signers.length]!),
    }),
  };
}
