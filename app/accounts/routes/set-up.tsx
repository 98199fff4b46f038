import { redirect } from '@remix-run/node';

import { needsSetUp } from '#app/accounts/set-up.server.ts';
import { paths } from '#app/paths.ts';
import { PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Set up · Guildhall' }];

export async function loader() {
  if (!(await needsSetUp())) throw redirect(paths.signIn());
  return null;
}

export default function SetUp() {
  return (
    <>
      <PageHead title="Welcome to Guildhall" lead="Nobody lives here yet." />
      <div className="max-w-prose space-y-4">
        <p>
          When Guildhall started, it printed a link in the terminal. Open that link in this browser: it shows
          that you are the one who runs this installation, works once, and is good for a day.
        </p>
        <p>
          If it is out of sight or too old, start Guildhall again. It prints a new one each time until then.
        </p>
      </div>
    </>
  );
}
