/** A framework for tests and benchmarks: what a case is about is said, the rest of the head is plain. */
import type { Framework } from '../../src/domain/framework/framework';

export function plainFramework(parts: Pick<Framework, 'areas'> & Partial<Framework>): Framework {
  return {
    id: 'thu',
    title: 'Bộ chỉ số thử',
    decision: '',
    issuer: '',
    province: '',
    level: 'commune',
    year: 2026,
    completeness: 'complete',
    completenessNote: '',
    notes: [],
    ...parts,
  };
}

/** So many criteria in areas of `perArea`, each criterion with a long name and the same max. */
export function evenFramework(criteria: number, perArea: number, max: number): Framework {
  const areas = Array.from({ length: Math.ceil(criteria / perArea) }, (_, i) => ({
    code: String(i + 1),
    name: `Lĩnh vực ${i + 1}`,
    max: String(perArea * max),
    children: Array.from({ length: perArea }, (_child, j) => ({
      code: `${i + 1}.${j + 1}`,
      name: `Tiêu chí ${i + 1}.${j + 1}: mức độ hoàn thành nhiệm vụ theo kế hoạch cải cách hành chính`,
      max: String(max),
    })),
  }));
  return plainFramework({ title: 'Bộ chỉ số đo tốc độ', areas });
}
