/** The fields that rules are filled in by: text as typed with what it lacks beneath it, and a choice. */
import { Field, Input, Select } from '@fluentui/react-components';
import type { DraftProblem } from '../../domain/framework/readDraft';
import type { RuleDraft } from '../../domain/framework/ruleDraft';
import { usePane } from '../words';

export interface DraftProps {
  draft: RuleDraft;
  /** Where this rule stands in the whole: "", "parts.1.". */
  at: string;
  problems: readonly DraftProblem[];
  onChange(draft: RuleDraft): void;
}

interface TypedProps extends Pick<DraftProps, 'at' | 'problems'> {
  /** Its place within this rule: "tiers.1.from". */
  field: string;
  label: string;
  value: string;
  onText(text: string): void;
  hint?: string;
  decimal?: boolean;
}

/** A field of text with what it lacks beneath it. */
export function Typed({
  at,
  problems,
  field,
  label,
  value,
  onText,
  hint,
  decimal = false,
}: TypedProps) {
  const { words } = usePane();
  const problem = problems.find((one) => one.field === `${at}${field}`);
  return (
    <Field
      label={label}
      hint={hint ?? null}
      size="small"
      validationMessage={
        problem ? words.pane.rules.draftProblems[problem.code](problem.detail) : null
      }
    >
      <Input
        size="small"
        value={value}
        {...(decimal ? { inputMode: 'decimal' as const } : {})}
        onChange={(_, data) => onText(data.value.slice(0, 500))}
      />
    </Field>
  );
}

interface ChoiceProps<V extends string> extends DraftProps {
  field: 'measure' | 'between' | 'sign' | 'operator';
  label: string;
  options: Record<V, string>;
}

/** One of a few, as a list. */
export function Choice<V extends string>({
  draft,
  field,
  label,
  options,
  onChange,
}: ChoiceProps<V>) {
  return (
    <Field label={label} size="small">
      <Select
        size="small"
        value={draft[field]}
        onChange={(_, data) => onChange({ ...draft, [field]: data.value })}
      >
        {Object.entries<string>(options).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
