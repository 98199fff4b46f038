import { canReadDatabase } from '#app/hall/health.server.ts';

export async function loader() {
  return (await canReadDatabase())
    ? new Response('ok\n')
    : new Response('the database cannot be read\n', { status: 503 });
}
