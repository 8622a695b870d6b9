/** Writes docs/framework.schema.json from the schema that the program reads frameworks by. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkJsonSchema } from '../src/domain/framework/jsonSchema';

const file = join(__dirname, '../docs/framework.schema.json');
writeFileSync(file, `${JSON.stringify(frameworkJsonSchema(), null, 2)}\n`);
console.log(`written: ${file}`);
