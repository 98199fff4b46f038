import { Link } from '@remix-run/react';

/** Leads on to the rest of a list, where there is a rest. */
export function NextPage({ to, children }: { to: string | null; children: string }) {
  if (to === null) return null;
  return (
    <p className="mt-6">
      <Link to={to} rel="next" className="text-accent underline underline-offset-4">
        {children}
      </Link>
    </p>
  );
}
