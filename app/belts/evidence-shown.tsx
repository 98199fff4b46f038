import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { Card } from '#app/ui/page.tsx';

import { FileList } from './evidence-files.tsx';
import type { EvidencePage } from './evidence-page.server.ts';

/** What somebody shows: their words, links and files. */
export function EvidenceShown({ page }: { page: EvidencePage }) {
  const { id, html, links, files, mayChange, part } = page;
  return (
    <Card aria-labelledby="shown" className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="shown" className="font-serif text-xl font-semibold">
          What {part === 'applicant' ? 'you show' : `${page.person} shows`}
        </h2>
        {mayChange && html !== '' && (
          <ButtonLink to={paths.editEvidence(id)} weight="quiet">
            Edit
          </ButtonLink>
        )}
      </div>
      {html === '' ? (
        <div className="space-y-3 text-soft">
          <p>
            Nothing is written yet. A few sentences are enough: what you did, what you found, how you know.
          </p>
          {mayChange && (
            <ButtonLink to={paths.editEvidence(id)} weight="primary">
              Write it down
            </ButtonLink>
          )}
        </div>
      ) : (
        <Prose html={html} />
      )}
      {links.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold">Links</h3>
          <ul className="space-y-1">
            {links.map(({ href, host, rest }) => (
              <li key={href} className="[overflow-wrap:anywhere]">
                <a
                  href={href}
                  rel="noopener noreferrer nofollow ugc"
                  className="text-accent underline underline-offset-4"
                >
                  {host}
                  {rest && <span className="text-soft">{rest}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {(files.length > 0 || mayChange) && (
        <div>
          <h3 className="mb-1 font-semibold">Files</h3>
          {files.length > 0 && <FileList evidenceId={id} files={files} mayChange={false} />}
          {mayChange && (
            <p className="mt-2">
              <Link to={paths.evidenceFiles(id)} className="text-accent underline underline-offset-4">
                {files.length > 0 ? 'Add or remove files' : 'Add a screenshot, a report or slides'}
              </Link>
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
