/** `npm run sample`: writes the sample workbook from its data. Run it after changing either. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWorkbook, type SampleData } from './sampleWorkbook';

const folder = join(__dirname, '..', 'assets', 'samples');
const name = 'vinh-linh-6t2023';

async function main(): Promise<void> {
  const data = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as SampleData;
  const bytes = await sampleWorkbook(data);
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  console.log(`assets/samples/${name}.xlsx: ${data.rows.length} rows, ${bytes.length} bytes`);
}

void main();
