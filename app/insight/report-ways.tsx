import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

const link = 'text-accent underline underline-offset-4';

/** The report in other forms, and who gets it. */
export function ReportWays({ mayArrange }: { mayArrange: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <li>
        <a href={paths.reportCsv()} className={link} download>
          As CSV
        </a>
      </li>
      <li>
        <a href={paths.reportJson()} className={link} download>
          As JSON
        </a>
      </li>
      {mayArrange && (
        <li>
          <Link to={paths.sponsors()} className={link}>
            By mail to sponsors
          </Link>
        </li>
      )}
    </ul>
  );
}
