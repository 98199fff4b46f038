import { readFileSync } from 'node:fs';

import type { Outcome } from './report.ts';

type Locked = {
  version?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Locked> };

/** The step: is package-lock.json whole, and free of addresses? */
export async function lockfile(): Promise<Outcome> {
  const faults = faultsOf(readFileSync('package-lock.json', 'utf8'));
  return {
    passed: faults.length === 0 ? 1 : 0,
    failed: faults.length === 0 ? 0 : 1,
    skipped: 0,
    output: faults.join('\n'),
  };
}

/**
 * npm drops an optional package it could not fetch (another system's binary, say) in silence, and `npm ci` refuses
 * that lockfile later, elsewhere. And an address in it would tie everybody to the registry of who wrote it.
 */
export function faultsOf(text: string): string[] {
  const { packages } = JSON.parse(text) as Lock;
  const faults: string[] = [];
  for (const [path, locked] of Object.entries(packages)) {
    const address = /^(https?|git|ssh|file)[:+]/.exec(locked.resolved ?? '');
    if (address)
      faults.push(`${path} is locked to an address: set omit-lockfile-registry-resolved in .npmrc`);
    for (const [name, wanted] of Object.entries(locked.optionalDependencies ?? {})) {
      if (!isLocked(packages, path, name))
        faults.push(`${path || 'package.json'} wants ${name}@${wanted}, which is not locked`);
    }
  }
  return faults;
}

/** Whether a package that lies at `path` finds `name`: beside itself or, as Node looks, in a folder further up. */
function isLocked(packages: Lock['packages'], path: string, name: string): boolean {
  for (let at = path; ; at = parentOf(at)) {
    if (packages[`${at && `${at}/`}node_modules/${name}`]?.version) return true;
    if (at === '') return false;
  }
}

function parentOf(path: string): string {
  const end = path.lastIndexOf('node_modules/');
  return end <= 0 ? '' : path.slice(0, end - 1);
}
