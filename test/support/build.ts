/** Once for all browser tests: the build, so that no test waits for it. */
export { buildIfStale as default } from '../../scripts/build.ts';
