/** Somebody with a browser's cookies, asking the app over HTTP. */
import { Agent, request } from 'node:http';

export type Question = {
  method?: string;
  /** as it goes over the wire: nothing is encoded on the way */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer | undefined;
};

export type Answer = {
  status: number;
  /** where it leads; empty where it leads nowhere */
  to: string;
  headers: string;
  text: string;
};

const agent = new Agent({ keepAlive: true });
/** longer than the slowest answer; whoever waits longer has none */
const PATIENCE = 20_000;

/** A visitor of the app at this origin, signed in nowhere yet. */
export function visitorOf(origin: string, cookies = new Map<string, string>()) {
  const asked = ({ method = 'GET', path, headers = {}, body }: Question): Promise<Answer> =>
    new Promise((answered, failed) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const own = { Origin: origin, ...(cookie && { Cookie: cookie }), ...lengthOf(method, body) };
      const sent = request(origin, { agent, method, path, headers: { ...own, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', failed);
        response.once('end', () => {
          for (const set of response.headers['set-cookie'] ?? []) keep(cookies, set);
          answered({
            status: response.statusCode!,
            to: response.headers.location ?? '',
            headers: response.rawHeaders.join('\n'),
            text: Buffer.concat(chunks).toString('utf8'),
          });
        });
      });
      sent.setTimeout(PATIENCE, () => sent.destroy(new Error(`No answer in ${PATIENCE / 1000} s.`)));
      sent.once('error', failed);
      sent.end(body);
    });

  return {
    origin,
    cookies,
    ask: asked,
    /** GET a page. */
    visit: (path: string) => asked({ path }),
    /** POST a form as a browser does. */
    submit: (path: string, fields: Record<string, string> | [string, string][] = {}) =>
      asked({
        method: 'POST',
        path,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams(fields)),
      }),
    /** GET a page that must be there. */
    async page(path: string): Promise<string> {
      const { status, text } = await asked({ path });
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
      return text;
    },
    /** POST a form that must be taken. Returns where it leads. */
    async post(path: string, fields: Record<string, string> | [string, string][] = {}): Promise<string> {
      const { status, to, text } = await this.submit(path, fields);
      if (status >= 400) throw new Error(`A form to ${path} was answered ${status}:\n${wordsOf(text)}`);
      return to;
    },
  };
}

export type Visitor = ReturnType<typeof visitorOf>;

const lengthOf = (method: string, body: Question['body']) =>
  method === 'GET' || method === 'HEAD' ? {} : { 'Content-Length': String(Buffer.byteLength(body ?? '')) };

function keep(cookies: Map<string, string>, set: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
  if (name === undefined) return;
  if (value === '' || /max-age=0/i.test(set)) cookies.delete(name);
  else cookies.set(name, value!);
}

const wordsOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 2000);
