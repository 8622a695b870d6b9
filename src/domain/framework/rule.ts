/**
 * Scoring rules as data: how the figures a unit declares become a score, as the decision says it. The
 * decision's own sentence stays beside (`FrameworkNode.method`); the rule is what a machine can compute.
 *
 * Sources: the kinds of rule that occur in real frameworks and letters (test/fixtures/ruleKinds.json).
 * Percentages are decimal text ("42.5" means 42,5 %); points are decimal text. All bounds are inclusive
 * unless `above` says otherwise.
 */
import { z } from 'zod';

const figure = z.string().regex(/^\d{1,7}(\.\d{1,4})?$/);

/** Names in an expression: short Latin names, so that "a=3; b=5" can be typed into a cell. */
const variableSchema = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,15}$/),
  label: z.string().max(300),
});

const plainRules = [
  /** "Có ban hành: điểm tối đa; không: 0 điểm"; or a percentage that must be reached. */
  z.object({
    kind: z.literal('allOrNothing'),
    /** Percent from which all points are given; left out for a plain yes or no. */
    atLeast: figure.optional(),
    /** Percent that must be exceeded. */
    above: figure.optional(),
  }),
  /**
   * "từ 90% đến dưới 95% → 0,5 điểm": the highest step reached counts; below the first: 0. `above` where
   * the step must be exceeded ("trên 90%").
   */
  z.object({
    kind: z.literal('tiers'),
    measure: z.enum(['percent', 'count']),
    tiers: z
      .array(z.object({ from: figure, points: figure, above: z.literal(true).optional() }))
      .min(1)
      .max(30),
  }),
  /** "Kịp thời: 1; không kịp thời: 0,5; không ban hành: 0": one is declared, by its name or number. */
  z.object({
    kind: z.literal('choice'),
    options: z
      .array(z.object({ label: z.string().min(1).max(300), points: figure }))
      .min(2)
      .max(20),
  }),
  /** (b/a) × max. */
  z.object({ kind: z.literal('linear') }),
  /** Below `floor` per cent: 0. From `full` per cent on: max. Between: by ratio, or spread over the span. */
  z.object({
    kind: z.literal('floor'),
    floor: figure,
    full: figure.optional(),
    between: z.enum(['ratio', 'spread']),
  }),
  /** So many points for each item, or a share of max: 1 of 3 → 1/3. At most max. */
  z.object({ kind: z.literal('count'), each: figure.optional(), of: figure.optional() }),
  /** Max less so many points per breach, never below 0. */
  z.object({ kind: z.literal('minus'), each: figure }),
  /**
   * Outside the scale, with a ceiling of its own. A penalty is negative. So many points for each item;
   * without `each`, the points themselves are declared.
   */
  z.object({
    kind: z.literal('outside'),
    sign: z.enum(['bonus', 'penalty']),
    each: figure.optional(),
    ceiling: figure,
  }),
  /** Not assessed in this period: leaves the base. */
  z.object({ kind: z.literal('notAssessed') }),
  /** A survey's result in per cent × max. */
  z.object({ kind: z.literal('survey') }),
  /** Read from another system: what is declared is the score. */
  z.object({ kind: z.literal('system'), source: z.string().max(300) }),
  /** A formula over declared figures; `max` is known in it. + − × ÷, comparisons, min, max, if. */
  z.object({
    kind: z.literal('expression'),
    variables: z.array(variableSchema).min(1).max(12),
    formula: z.string().min(1).max(500),
  }),
] as const;

type PlainRule = z.infer<(typeof plainRules)[number]>;

export type Rule =
  | PlainRule
  /** "không ban hành kế hoạch thì không có điểm": "Không" → 0, else the rule inside. */
  | { kind: 'precondition'; then: Rule }
  /** "Không áp dụng" leaves the base, else the rule inside. */
  | { kind: 'applicable'; then: Rule }
  /** The best of several ways counts ("từ 20% trở lên hoặc tăng thêm ít nhất 01 đơn vị"). */
  | { kind: 'either'; rules: Rule[] }
  /** All points when every (`and`) or any (`or`) part gives its points in full, else 0. */
  | { kind: 'conditions'; operator: 'and' | 'or'; parts: { label: string; rule: Rule }[] };

export type RuleKind = Rule['kind'];

export const ruleSchema: z.ZodType<Rule> = z.discriminatedUnion('kind', [
  ...plainRules,
  z.object({
    kind: z.literal('precondition'),
    get then() {
      return ruleSchema;
    },
  }),
  z.object({
    kind: z.literal('applicable'),
    get then() {
      return ruleSchema;
    },
  }),
  z.object({
    kind: z.literal('either'),
    get rules() {
      return z.array(ruleSchema).min(2).max(10);
    },
  }),
  z.object({
    kind: z.literal('conditions'),
    operator: z.enum(['and', 'or']),
    get parts() {
      return z
        .array(z.object({ label: z.string().max(300), rule: ruleSchema }))
        .min(2)
        .max(20);
    },
  }),
]) as z.ZodType<Rule>;
