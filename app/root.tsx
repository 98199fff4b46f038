import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  type ShouldRevalidateFunction,
  ScrollRestoration,
  useLoaderData,
  useNavigation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';

import { organisation } from '#app/accounts/organisation.server.ts';
import { currentViewer } from '#app/accounts/session.server.ts';
import { isDemo } from '#app/hall/demo/open.server.ts';
import { Frame } from '#app/hall/frame.tsx';
import { Problem } from '#app/hall/problem.tsx';
import { readFlash } from '#app/http/flash.server.ts';
import { Nonce } from '#app/http/nonce.ts';
import { unreadCount } from '#app/notices/notices.server.ts';

import { Here } from '#app/ui/here.ts';

import stylesheet from './app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader(args: LoaderFunctionArgs) {
  const [viewer, here, { flash, forget }] = await Promise.all([
    currentViewer(args),
    organisation(),
    readFlash(args.request),
  ]);
  const frame = {
    viewer: viewer && { id: viewer.id, name: viewer.name, roles: viewer.roles },
    organisation: here?.name ?? null,
    timezone: here?.timezone ?? 'UTC',
    word: here?.postmortemWord ?? ('postmortem' as const),
    unread: viewer ? await unreadCount(viewer.id) : 0,
    flash,
    demo: isDemo(),
    requestId: args.context.requestId,
  };
  return data(frame, forget ? { headers: { 'Set-Cookie': forget } } : {});
}

/** After a form that was refused too: what was said before it is said no longer. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined || defaultShouldRevalidate;

export type FrameData = Awaited<ReturnType<typeof loader>>['data'];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  const away = useNavigation().state !== 'idle';
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body aria-busy={away || undefined}>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const frame = useLoaderData<typeof loader>();
  return (
    <Here.Provider value={{ word: frame.word, timezone: frame.timezone }}>
      <Frame frame={frame}>
        <Outlet />
      </Frame>
    </Here.Provider>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <Frame frame={frame ?? null}>
      <Problem
        status={isRouteErrorResponse(error) ? error.status : 500}
        why={isRouteErrorResponse(error) ? (error.data as { why?: string } | null)?.why : undefined}
        requestId={frame?.requestId}
      />
    </Frame>
  );
}
