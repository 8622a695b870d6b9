/** The role that the header of a column of units gives to all that stand in it. */
import { foldText } from '../text/vietnamese';
import type { UnitRole } from './assignment';

/** "Đơn vị chủ trì" says one; "Đơn vị chủ trì, phối hợp" and "Đơn vị chịu trách nhiệm" do not: null. */
export function roleOfHeader(header: string): UnitRole | null {
  const words = foldText(header);
  const roles: UnitRole[] = [];
  if (words.includes('chủ trì')) roles.push('lead');
  if (words.includes('phối hợp')) roles.push('support');
  if (/theo dõi|đôn đốc/u.test(words)) roles.push('monitor');
  return roles.length === 1 ? (roles[0] ?? null) : null;
}
