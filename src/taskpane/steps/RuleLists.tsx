/** What a rule may hold several of: steps, cases, figures of a formula, rules within the rule. */
import { Button, Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { newOption, newPart, newTier, type RuleDraft } from '../../domain/framework/ruleDraft';
import { Choice, Typed, type DraftProps } from './RuleField';
import { usePane } from '../words';

/** Draws a part of a rule that has several. */
export type DrawPart = (
  draft: RuleDraft,
  at: string,
  onChange: (draft: RuleDraft) => void,
) => ReactNode;

export function Tiers(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  const set = (at: number, part: Partial<RuleDraft['tiers'][number]>) =>
    onChange({
      ...draft,
      tiers: draft.tiers.map((tier, i) => (i === at ? { ...tier, ...part } : tier)),
    });
  return (
    <>
      <Choice {...props} field="measure" label={rules.measure} options={rules.measures} />
      {draft.tiers.map((tier, i) => (
        <div className="field-row rule-tier" key={i}>
          <Field label={rules.tierSide(i + 1)} size="small">
            <Select
              size="small"
              value={tier.above ? 'above' : 'from'}
              onChange={(_, data) => set(i, { above: data.value === 'above' })}
            >
              <option value="from">{rules.tierSides.from}</option>
              <option value="above">{rules.tierSides.above}</option>
            </Select>
          </Field>
          <Typed
            {...props}
            field={`tiers.${i}.from`}
            label={rules.tierFrom[draft.measure]}
            value={tier.from}
            onText={(from) => set(i, { from })}
            decimal
          />
          <Typed
            {...props}
            field={`tiers.${i}.points`}
            label={rules.tierPoints}
            value={tier.points}
            onText={(typed) => set(i, { points: typed })}
            decimal
          />
        </div>
      ))}
      <p className="quiet">{rules.tiersHint}</p>
      {draft.tiers.length < 30 && (
        <Button
          size="small"
          onClick={() => onChange({ ...draft, tiers: [...draft.tiers, newTier()] })}
        >
          {rules.addTier}
        </Button>
      )}
    </>
  );
}

export function Options(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  const set = (at: number, part: Partial<RuleDraft['options'][number]>) =>
    onChange({
      ...draft,
      options: draft.options.map((option, i) => (i === at ? { ...option, ...part } : option)),
    });
  return (
    <>
      {draft.options.map((option, i) => (
        <div className="field-row rule-option" key={i}>
          <Typed
            {...props}
            field={`options.${i}.label`}
            label={rules.option(i + 1)}
            value={option.label}
            onText={(label) => set(i, { label })}
          />
          <Typed
            {...props}
            field={`options.${i}.points`}
            label={rules.tierPoints}
            value={option.points}
            onText={(typed) => set(i, { points: typed })}
            decimal
          />
        </div>
      ))}
      {draft.options.length < 20 && (
        <Button
          size="small"
          onClick={() => onChange({ ...draft, options: [...draft.options, newOption()] })}
        >
          {rules.addOption}
        </Button>
      )}
    </>
  );
}

export function Variables(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  const set = (at: number, part: Partial<RuleDraft['variables'][number]>) =>
    onChange({
      ...draft,
      variables: draft.variables.map((one, i) => (i === at ? { ...one, ...part } : one)),
    });
  return (
    <>
      {draft.variables.map((variable, i) => (
        <div className="field-row" key={i}>
          <Typed
            {...props}
            field={`variables.${i}.name`}
            label={rules.variableName(i + 1)}
            value={variable.name}
            onText={(name) => set(i, { name })}
          />
          <Typed
            {...props}
            field={`variables.${i}.label`}
            label={rules.variableLabel}
            value={variable.label}
            onText={(label) => set(i, { label })}
          />
          {draft.variables.length > 1 && (
            <Remove
              name={rules.removeItem(rules.variable(i + 1))}
              onClick={() =>
                onChange({ ...draft, variables: draft.variables.filter((_, j) => j !== i) })
              }
            />
          )}
        </div>
      ))}
      {draft.variables.length < 12 && (
        <Button
          size="small"
          onClick={() =>
            onChange({ ...draft, variables: [...draft.variables, { name: '', label: '' }] })
          }
        >
          {rules.addVariable}
        </Button>
      )}
    </>
  );
}

interface PartsProps extends DraftProps {
  kind: 'either' | 'conditions';
  part: DrawPart;
}

export function Parts({ kind, ...props }: PartsProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, at, part, onChange } = props;
  const problem = props.problems.find(({ field }) => field === `${at}parts`);
  const set = (index: number, next: Partial<RuleDraft['parts'][number]>) =>
    onChange({
      ...draft,
      parts: draft.parts.map((one, i) => (i === index ? { ...one, ...next } : one)),
    });
  return (
    <>
      {kind === 'conditions' && (
        <Choice {...props} field="operator" label={rules.operator} options={rules.operators} />
      )}
      {draft.parts.map((one, i) => (
        <fieldset className="fields rule-part" key={i}>
          <legend>{rules.part[kind](i + 1)}</legend>
          {kind === 'conditions' && (
            <Typed
              {...props}
              field={`parts.${i}.label`}
              label={rules.partLabel}
              value={one.label}
              onText={(label) => set(i, { label })}
            />
          )}
          {part(one.draft, `${at}parts.${i}.`, (next) => set(i, { draft: next }))}
          <Remove
            name={rules.removeItem(rules.part[kind](i + 1))}
            onClick={() => onChange({ ...draft, parts: draft.parts.filter((_, j) => j !== i) })}
          />
        </fieldset>
      ))}
      {problem && <p className="stale">{rules.draftProblems[problem.code](problem.detail)}</p>}
      {draft.parts.length < 10 && (
        <Button
          size="small"
          onClick={() => onChange({ ...draft, parts: [...draft.parts, newPart()] })}
        >
          {rules.addPart[kind]}
        </Button>
      )}
    </>
  );
}

function Remove({ name, onClick }: { name: string; onClick(): void }) {
  return (
    <Button size="small" appearance="subtle" onClick={onClick}>
      {name}
    </Button>
  );
}
