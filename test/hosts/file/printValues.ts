/** Prints the values of a workbook's first sheet as JSON; run by itself, as the command line is. */
import { readWorkbookFile } from '../../../src/hosts/file/nodeFiles';

async function main(path: string): Promise<void> {
  const file = await readWorkbookFile(path);
  const { sheets } = await file.read({ sheets: 'all' });
  process.stdout.write(JSON.stringify(sheets[0]?.values));
}

void main(process.argv[2] ?? '');
