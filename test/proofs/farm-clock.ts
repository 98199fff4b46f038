/** Loaded before all else: a clock that can be moved, for the app and all that looks at it. */
const RealDate = Date;
let ahead = 0;
const now = () => RealDate.now() + ahead;

globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(now());
    else super(given[0]);
  }
  static override now() {
    return now();
  }
} as DateConstructor;

/** From now on it is this moment, and time goes on from there. */
export function moveTo(at: number): void {
  ahead = at - RealDate.now();
}
