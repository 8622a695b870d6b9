/**
 * Quy tắc tính điểm: each criterion with the rule that turns declared figures into points, as set, or as
 * the decision's own sentence proposes it. She looks at each, takes it, changes it, or leaves it.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { countRules, withRule } from '../../domain/framework/editRules';
import type { Framework } from '../../domain/framework/framework';
import type { Rule } from '../../domain/framework/rule';
import { draftOf, formulaText, newDraft, type RuleDraft } from '../../domain/framework/ruleDraft';
import { points } from '../../domain/points';
import { formatPoints } from '../../domain/text/formatNumber';
import {
  acceptProposals,
  criteriaRules,
  wholeProposals,
  type CriterionRule,
} from '../../usecases/rules';
import { RuleForm } from './RuleForm';
import { useInView } from '../parts/inView';
import { ruleGroups } from '../state/paneState';
import { criterionId, inGroup } from '../state/ruleList';
import { usePane } from '../words';

/** Rows drawn at once; a framework of a hundred criteria fits. */
const PAGE = 200;

/** Of the framework as it is when its turn has come: another change may be on its way. */
export type ChangeFramework = (framework: Framework) => Framework;

interface Props {
  framework: Framework;
  /** Takes the framework with other rules; `label` says what was done. */
  onChange(change: ChangeFramework, label: string): void;
}

export function Rules({ framework, onChange }: Props) {
  const { words, state } = usePane();
  const { rules } = words.pane;
  const { showing } = state.forms.rules;
  const [drawn, setDrawn] = useState(PAGE);
  const criteria = useMemo(() => criteriaRules(framework), [framework]);
  const proposed = criteria.filter((criterion) => inGroup(criterion, 'proposed')).length;
  const shown = criteria.filter((criterion) => inGroup(criterion, showing));
  const title = rules.title(countRules(framework), criteria.length);
  return (
    <details className="fold">
      <summary>
        {title} {proposed > 0 && <span className="tag">{rules.proposedCount(proposed)}</span>}
      </summary>
      <p className="quiet">{rules.about}</p>
      <Proposals whole={wholeProposals(criteria)} onChange={onChange} />
      <Showing criteria={criteria} />
      {shown.length === 0 && <p className="quiet">{rules.nothingShown}</p>}
      <ul className="import-rows" aria-label={title}>
        {shown.slice(0, drawn).map((criterion) => (
          <Criterion
            key={criterion.path.join('.')}
            criterion={criterion}
            id={criterionId(framework.id, criterion)}
            onRule={(rule) => {
              const { node, path } = criterion;
              const label = rule === null ? rules.removeLabel(node.code) : rules.label(node.code);
              onChange((current) => withRule(current, path, rule), label);
            }}
          />
        ))}
      </ul>
      {shown.length > drawn && (
        <Button size="small" onClick={() => setDrawn(drawn + PAGE)}>
          {rules.more(shown.length - drawn)}
        </Button>
      )}
    </details>
  );
}

function Proposals({ whole, onChange }: { whole: CriterionRule[] } & Pick<Props, 'onChange'>) {
  const { words } = usePane();
  const { rules } = words.pane;
  if (whole.length === 0) return null;
  const useAll = () =>
    onChange((current) => acceptProposals(current, whole), rules.usedAll(whole.length));
  return (
    <div className="ask">
      <p>{rules.proposals(whole.length)}</p>
      <Button size="small" onClick={useAll}>
        {rules.useAll(whole.length)}
      </Button>
    </div>
  );
}

function Showing({ criteria }: { criteria: readonly CriterionRule[] }) {
  const { session, words, state } = usePane();
  const { rules } = words.pane;
  return (
    <Field label={rules.show} size="small" orientation="horizontal">
      <Select
        size="small"
        value={state.forms.rules.showing}
        onChange={(_, data) =>
          session.fill('rules', {
            showing: ruleGroups.find((group) => group === data.value) ?? 'all',
          })
        }
      >
        {ruleGroups.map((group) => (
          <option key={group} value={group}>
            {rules.showing[group]} (
            {criteria.filter((criterion) => inGroup(criterion, group)).length})
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface CriterionProps {
  criterion: CriterionRule;
  id: string;
  onRule(rule: Rule | null): void;
}

function Criterion({ criterion, id, onRule }: CriterionProps) {
  const { session, words, state } = usePane();
  const { rules, load } = words.pane;
  const { node, proposal } = criterion;
  const open = state.forms.rules.open === id;
  const item = useInView<HTMLLIElement>(open);
  const rule = node.rule ?? proposal?.rule ?? null;
  return (
    <li ref={item} className={open ? 'import-row import-open' : 'import-row'}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() =>
          session.fill('rules', { open: open ? null : id, draft: null, asked: false, tried: '' })
        }
      >
        <span className="node">
          <span className="node-code">{node.code}</span>
          <span className="node-name">
            {node.name === '' ? load.noName : node.name}
            <span className="rule-line">
              {node.rule === undefined && proposal && <span className="tag">{rules.proposed}</span>}{' '}
              {rule === null ? rules.none : rules.describe(rule, styleOf(words.mark))}
            </span>
          </span>
          <span className="node-max">
            {node.max === null ? load.maxUnknown : words.figure(points(node.max))}
          </span>
        </span>
      </button>
      {open && <OpenCriterion criterion={criterion} onRule={onRule} />}
    </li>
  );
}

/** Figures with all their places, and formulas, in the reader's own style. */
function styleOf(mark: ',' | '.') {
  return {
    figure: (text: string) => formatPoints(points(text), { mark, maxDecimals: 4 }),
    formula: (text: string) => formulaText(text, mark),
  };
}

function OpenCriterion({ criterion, onRule }: Omit<CriterionProps, 'id'>) {
  const { session, words, state } = usePane();
  const { rules } = words.pane;
  const { node, proposal } = criterion;
  const { draft } = state.forms.rules;
  const change = (next: RuleDraft | null) =>
    session.fill('rules', { draft: next, asked: false, tried: '' });
  const set = (rule: Rule | null) => {
    session.fill('rules', { draft: null, asked: false, tried: '' });
    onRule(rule);
  };
  const known = node.rule ?? proposal?.rule;
  return (
    <div className="fields import-mend">
      {node.method !== undefined && node.method !== '' && (
        <div>
          <p className="quiet">{rules.source}</p>
          <p className="source-text">{node.method}</p>
        </div>
      )}
      {node.rule === undefined && proposal && proposal.leftOver.length > 0 && (
        <p className="stale">{rules.partly(proposal.leftOver.join('; '))}</p>
      )}
      {draft === null ? (
        <div className="buttons">
          {node.rule === undefined && proposal && (
            <Button appearance="primary" size="small" onClick={() => set(proposal.rule)}>
              {rules.use}
            </Button>
          )}
          <Button
            size="small"
            onClick={() => change(known ? draftOf(known, words.mark) : newDraft())}
          >
            {known ? rules.edit : rules.set}
          </Button>
          {node.rule && (
            <Button size="small" onClick={() => set(null)}>
              {rules.remove}
            </Button>
          )}
        </div>
      ) : (
        <RuleForm draft={draft} max={node.max} onSave={set} onCancel={() => change(null)} />
      )}
    </div>
  );
}
