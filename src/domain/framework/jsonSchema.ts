/**
 * The schema of framework files as JSON Schema, made from the zod schema that reads them, so that the
 * two cannot differ. Published in docs/framework.schema.json.
 */
import { z } from 'zod';
import { frameworkNodeSchema, frameworkSchema } from './framework';
import { ruleSchema } from './rule';

export function frameworkJsonSchema(): Record<string, unknown> {
  const names = z.registry<{ id: string }>();
  names.add(frameworkNodeSchema, { id: 'criterion' });
  names.add(ruleSchema, { id: 'rule' });
  const schema = z.toJSONSchema(frameworkSchema, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: names,
  });
  return {
    ...schema,
    title: 'Bộ chỉ số cải cách hành chính',
    description:
      'A criteria framework: areas, criteria and subcriteria with their maxima as decimal text.',
  };
}
