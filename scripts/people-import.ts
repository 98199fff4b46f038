/** people:import FILE.csv [--dry-run] */
import { importTable } from './import-table.ts';

await importTable('people');
