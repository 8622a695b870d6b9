/** One rule being filled in: its kind, what the kind asks for, a try with figures, and the word to save. */
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { readDraft } from '../../domain/framework/readDraft';
import {
  draftKinds,
  newPart,
  type DraftKind,
  type RuleDraft,
} from '../../domain/framework/ruleDraft';
import type { Rule } from '../../domain/framework/rule';
import { points } from '../../domain/points';
import { computeExpected, formatWorking } from '../../domain/scoring/expectedScore';
import { RuleFields } from './RuleFields';
import type { DraftProps } from './RuleField';
import { usePane } from '../words';

interface Props {
  draft: RuleDraft;
  /** Points of the criterion, as decimal text; null when not known. */
  max: string | null;
  onSave(rule: Rule): void;
  onCancel(): void;
}

export function RuleForm({ draft, max, onSave, onCancel }: Props) {
  const { session, words, state } = usePane();
  const { rules } = words.pane;
  const { asked } = state.forms.rules;
  const reading = readDraft(draft, words.mark);
  const problems = reading.ok ? [] : reading.problems;
  const change = (next: RuleDraft) => session.fill('rules', { draft: next });
  return (
    <>
      <RuleDraftFields
        draft={draft}
        at=""
        problems={asked ? problems : problems.filter(({ code }) => code !== 'needed')}
        onChange={change}
      />
      {reading.ok && <Try rule={reading.rule} max={max} />}
      <div className="buttons">
        <Button
          appearance="primary"
          size="small"
          onClick={() =>
            reading.ok ? onSave(reading.rule) : session.fill('rules', { asked: true })
          }
        >
          {rules.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {rules.cancel}
        </Button>
      </div>
    </>
  );
}

/** A rule, or a part of one: parts have the same fields. */
function RuleDraftFields({ draft, at, problems, onChange }: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const inner = at !== '';
  // A tick that a file brought stays in sight, also where it says nothing more.
  const asks = draft.kind !== 'notAssessed' && (draft.kind !== 'yesNo' || draft.zeroIfNot);
  return (
    <>
      <Kind draft={draft} inner={inner} onChange={onChange} />
      <RuleFields
        draft={draft}
        at={at}
        problems={problems}
        onChange={onChange}
        part={(part, place, onPart) => (
          <RuleDraftFields draft={part} at={place} problems={problems} onChange={onPart} />
        )}
      />
      {asks && (
        <Checkbox
          label={rules.zeroIfNot}
          checked={draft.zeroIfNot}
          onChange={(_, data) => onChange({ ...draft, zeroIfNot: data.checked === true })}
        />
      )}
      {!inner && draft.kind !== 'notAssessed' && (
        <Checkbox
          label={rules.mayNotApply}
          checked={draft.mayNotApply}
          onChange={(_, data) => onChange({ ...draft, mayNotApply: data.checked === true })}
        />
      )}
    </>
  );
}

interface KindProps extends Pick<DraftProps, 'draft' | 'onChange'> {
  /** The rule is a part of another. */
  inner: boolean;
}

/** A rule within a rule within a rule is beyond what a decision says, and what a narrow pane can show. */
function Kind({ draft, inner, onChange }: KindProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const kinds: readonly DraftKind[] = inner
    ? draftKinds.filter((kind) => !hasParts(kind))
    : draftKinds;
  const choose = (kind: DraftKind) => {
    const needsParts = hasParts(kind) && draft.parts.length === 0;
    onChange({ ...draft, kind, parts: needsParts ? [newPart(), newPart()] : draft.parts });
  };
  return (
    <Field label={rules.kind} size="small">
      <Select
        size="small"
        value={draft.kind}
        onChange={(_, data) => {
          const kind = kinds.find((one) => one === data.value);
          if (kind) choose(kind);
        }}
      >
        {(kinds.includes(draft.kind) ? kinds : [...kinds, draft.kind]).map((kind) => (
          <option key={kind} value={kind}>
            {rules.kinds[kind]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function hasParts(kind: DraftKind): boolean {
  return kind === 'either' || kind === 'conditions';
}

function Try({ rule, max }: { rule: Rule; max: string | null }) {
  const { session, words, state } = usePane();
  const { rules, expected: texts } = words.pane;
  const { tried } = state.forms.rules;
  const result = max === null ? null : computeExpected(rule, points(max), tried);
  return (
    <Field
      className="rule-try"
      label={rules.try}
      hint={rules.tryHint(rules.declare(rule))}
      size="small"
    >
      <Input
        size="small"
        value={tried}
        onChange={(_, data) => session.fill('rules', { tried: data.value })}
      />
      <p role="status">
        {max === null && rules.tryNoMax}
        {result?.kind === 'score' && formatWorking(result.working, words.mark)}
        {result?.kind === 'outOfBase' && texts.outOfBase[result.assessment]}
        {result?.kind === 'none' && rules.tried[result.reason]}
      </p>
    </Field>
  );
}
