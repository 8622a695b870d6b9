/** The verbs at the head of a predicate: they say in which role its subject stands. */
import type { UnitRole } from './assignment';
import * as lexicon from './lexicon';
import type { Phrases, Word } from './words';

export type VerbRole = UnitRole | 'other';

export interface VerbRun {
  roles: VerbRole[];
  end: number;
  /** After "chủ trì," where it leads the run; the run's first word otherwise. */
  taskStart: number;
}

/** The verbs at the head of a predicate, adverbs passed over, and where the task itself begins. */
export function readVerbs(words: readonly Word[], from: number): VerbRun {
  const run: VerbRun = { roles: [], end: from, taskStart: from };
  let at = from;
  for (;;) {
    const role = verbRole(words, at);
    const adverb = lexicon.adverbs.at(words, at);
    if (role && role.length >= adverb) {
      if (role.role === 'lead' && run.taskStart === at) run.taskStart = at + role.length;
      run.roles.push(role.role);
      at += role.length;
      run.end = at;
    } else if (adverb > 0) {
      if (
        run.roles.length === 0 &&
        run.taskStart === at &&
        verbRole(words, at + adverb)?.role === 'lead'
      )
        run.taskStart = at + adverb;
      at += adverb;
    } else if (words[at]?.text === ',' && run.roles.length > 0) {
      if (run.taskStart === at) run.taskStart = at + 1;
      at += 1;
    } else {
      return run;
    }
  }
}

function verbRole(words: readonly Word[], at: number): { role: VerbRole; length: number } | null {
  const candidates: [VerbRole, Phrases][] = [
    ['lead', lexicon.leadVerbs],
    ['support', lexicon.supportVerbs],
    ['monitor', lexicon.monitorVerbs],
    ['implement', lexicon.implementVerbs],
    ['other', lexicon.otherVerbs],
  ];
  let best: { role: VerbRole; length: number } | null = null;
  for (const [role, phrases] of candidates) {
    const length = phrases.at(words, at);
    if (length > (best?.length ?? 0)) best = { role, length };
  }
  return best;
}
