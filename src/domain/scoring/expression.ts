/**
 * Formulas over declared figures, computed exactly and safely: parsed by jsep (a parser only), walked
 * here over a short list of allowed nodes. No eval, no property access, no calls but those below.
 */
import jsep from 'jsep';
import { ZERO, points, type Points } from '../points';

export type ExpressionResult =
  | { ok: true; value: Points }
  | {
      ok: false;
      problem: 'syntax' | 'notAllowed' | 'unknownName' | 'divisionByZero' | 'tooLong';
      detail: string;
    };

const LONGEST = 500;
const DEEPEST = 40;

class Refused extends Error {
  constructor(
    readonly problem: 'notAllowed' | 'unknownName' | 'divisionByZero',
    readonly detail: string,
  ) {
    super(problem);
  }
}

/**
 * @param formula + − × ÷ ( ) comparisons, and, or, min, max, abs, if(condition, then, else); "×", "÷" and
 *   "−" are taken as well; decimals with a dot
 * @param names every name the formula may use, with its figure
 */
export function computeExpression(
  formula: string,
  names: ReadonlyMap<string, Points>,
): ExpressionResult {
  if (formula.length > LONGEST) return { ok: false, problem: 'tooLong', detail: String(LONGEST) };
  const plain = formula.replace(/×/g, '*').replace(/[÷:]/g, '/').replace(/[−–]/g, '-');
  let tree: jsep.Expression;
  try {
    tree = jsep(plain);
  } catch (error) {
    return { ok: false, problem: 'syntax', detail: error instanceof Error ? error.message : '' };
  }
  try {
    return { ok: true, value: compute(tree, names, 0) };
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, problem: error.problem, detail: error.detail };
    throw error;
  }
}

/** Names that a formula uses, for checking a framework before anyone declares anything. */
export function checkExpression(formula: string, names: readonly string[]): ExpressionResult {
  const ones = new Map(names.map((name, i) => [name, points(i + 2)]));
  const result = computeExpression(formula, ones);
  return !result.ok && result.problem === 'divisionByZero' ? { ok: true, value: ZERO } : result;
}

function compute(node: jsep.Expression, names: ReadonlyMap<string, Points>, depth: number): Points {
  if (depth > DEEPEST) throw new Refused('notAllowed', 'depth');
  const inner = (child: unknown) => compute(child as jsep.Expression, names, depth + 1);
  switch (node.type) {
    case 'Literal':
      return literal(node as jsep.Literal);
    case 'Identifier':
      return named((node as jsep.Identifier).name, names);
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      if (operator === '-') return inner(argument).times(-1);
      if (operator === '+') return inner(argument);
      throw new Refused('notAllowed', operator);
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      return binary(operator, inner(left), () => inner(right));
    }
    case 'CallExpression':
      return call(node as jsep.CallExpression, inner);
    case 'ConditionalExpression': {
      const { test, consequent, alternate } = node as jsep.ConditionalExpression;
      return inner(test).eq(0) ? inner(alternate) : inner(consequent);
    }
    default:
      throw new Refused('notAllowed', node.type);
  }
}

function literal(node: jsep.Literal): Points {
  if (typeof node.value !== 'number' || !/^[\d.]+$/.test(node.raw))
    throw new Refused('notAllowed', node.raw);
  return points(node.value);
}

function named(name: string, names: ReadonlyMap<string, Points>): Points {
  const value = names.get(name);
  if (value === undefined) throw new Refused('unknownName', name);
  return value;
}

const truth = (holds: boolean): Points => points(holds ? 1 : 0);

function binary(operator: string, left: Points, right: () => Points): Points {
  switch (operator) {
    case '+':
      return left.plus(right());
    case '-':
      return left.minus(right());
    case '*':
      return left.times(right());
    case '/': {
      const divisor = right();
      if (divisor.eq(0)) throw new Refused('divisionByZero', '');
      return left.div(divisor);
    }
    case '<':
      return truth(left.lt(right()));
    case '<=':
      return truth(left.lte(right()));
    case '>':
      return truth(left.gt(right()));
    case '>=':
      return truth(left.gte(right()));
    case '==':
      return truth(left.eq(right()));
    case '!=':
      return truth(!left.eq(right()));
    case '&&':
      return left.eq(0) ? ZERO : truth(!right().eq(0));
    case '||':
      return left.eq(0) ? truth(!right().eq(0)) : points(1);
    default:
      throw new Refused('notAllowed', operator);
  }
}

function call(node: jsep.CallExpression, inner: (child: unknown) => Points): Points {
  const name = node.callee.type === 'Identifier' ? (node.callee as jsep.Identifier).name : '';
  const parts = node.arguments;
  if (name === 'if' && parts.length === 3)
    return inner(parts[0]).eq(0) ? inner(parts[2]) : inner(parts[1]);
  if (name === 'abs' && parts.length === 1) return inner(parts[0]).abs();
  if ((name === 'min' || name === 'max') && parts.length > 0) {
    const values = parts.map(inner);
    return values.reduce((best, value) =>
      (name === 'min' ? value.lt(best) : value.gt(best)) ? value : best,
    );
  }
  throw new Refused('notAllowed', name || node.callee.type);
}
