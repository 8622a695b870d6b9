/** The header that every printed page repeats, when it grows by a row. */
import { strFromU8, unzipSync } from 'fflate';
import { planAssignments, proposeAssignments } from '../../../src/usecases/assign';
import type { WorkbookFile } from '../../../src/workbook/view';
import { openSample, readAll } from '../../support/files';

async function printTitles(file: WorkbookFile): Promise<string | undefined> {
  const parts = unzipSync(await file.toBytes());
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  return /_xlnm\.Print_Titles"[^>]*>([^<]*)</.exec(workbook)?.[1];
}

test('it is repeated whole, and as before after undo', async () => {
  const file = await openSample();
  expect(await printTitles(file)).toBe("'Phụ lục'!$3:$3");
  const reading = await readAll(file);
  const plan = planAssignments(reading, 'Phụ lục', proposeAssignments(reading, 'Phụ lục'));
  const inverse = await file.apply(plan.patch);
  expect(await printTitles(file)).toBe("'Phụ lục'!$3:$4");
  await file.apply(inverse);
  expect(await printTitles(file)).toBe("'Phụ lục'!$3:$3");
});

test('other repeated rows are left alone', async () => {
  const file = await openSample();
  const rows = { first: 0, last: 2 };
  await file.apply({
    changes: [{ kind: 'titleRows', sheet: 'Phụ lục', was: { first: 0, last: 1 }, rows }],
    expects: [],
  });
  expect(await printTitles(file)).toBe("'Phụ lục'!$3:$3");
});
