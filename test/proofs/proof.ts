/**
 * Something the README promises, measured. A file `NAME.proof.ts` beside this one exports one as `proof`, and
 * `npm run proof` finds it there.
 */
export type Proof = {
  /** as the file is called */
  name: string;
  /** what is counted: "writes lost", "% of documents" */
  unit: string;
  aim: number;
  /** which side of the aim is good; a figure that equals the aim holds */
  better: 'lower' | 'higher';
  /** Measures it; `tell` says how far it is. `note`: over how much, in a few words. */
  measure(tell: (line: string) => void): Promise<Measured>;
};

export type Measured = { figure: number; note: string };

export type Result = Pick<Proof, 'name' | 'unit' | 'aim'> & Measured & { holds: boolean };

/** Runs a proof. One that throws does not hold, and says why. */
export async function prove(proof: Proof, tell: (line: string) => void): Promise<Result> {
  const { name, unit, aim, better, measure } = proof;
  try {
    const { figure, note } = await measure(tell);
    const holds = better === 'lower' ? figure <= aim : figure >= aim;
    return { name, unit, aim, figure, note, holds };
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { name, unit, aim, figure: NaN, note: 'it could not be measured', holds: false };
  }
}
