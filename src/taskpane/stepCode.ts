/**
 * The code of the steps, which comes when a step is first opened. It may be gone from the server by then:
 * the pane lives as long as the workbook is open, and the product may have been renewed meanwhile.
 */
import { lazy, type ComponentType } from 'react';
import type { View } from './state/paneState';

const fetchers: Record<View, () => Promise<{ default: ComponentType }>> = {
  start: async () => ({ default: (await import('./steps/Start')).Start }),
  load: async () => ({ default: (await import('./steps/LoadStep')).LoadStep }),
  check: async () => ({ default: (await import('./steps/CheckStep')).CheckStep }),
  deduct: async () => ({ default: (await import('./steps/DeductStep')).DeductStep }),
  assign: async () => ({ default: (await import('./steps/AssignStep')).AssignStep }),
  compare: async () => ({ default: (await import('./steps/Compare')).Compare }),
  many: async () => ({ default: (await import('./steps/CheckMany')).CheckMany }),
  appendix: async () => ({ default: (await import('./steps/AppendixStep')).AppendixStep }),
};

const known = new Map<View, ComponentType>();

/** Suspends until the code is there; throws what `isChunkMissing` knows where it does not come. */
export function stepOf(view: View): ComponentType {
  const step = known.get(view) ?? lazy(fetchers[view]);
  known.set(view, step);
  return step;
}

/** The next `stepOf` fetches it again. */
export function forgetStep(view: View): void {
  known.delete(view);
}

/** As webpack calls it. */
export function isChunkMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}
