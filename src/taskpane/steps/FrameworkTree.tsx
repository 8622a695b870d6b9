/** A framework as a tree: each area folds, with its total; below it codes, names and maxima. */
import {
  countInScale,
  frameworkTotal,
  nodePoints,
  type Framework,
  type FrameworkNode,
} from '../../domain/framework/framework';
import { outsideSign } from '../../domain/framework/outsideParts';
import type { Words } from '../words';

export function FrameworkTree({ framework, words }: { framework: Framework; words: Words }) {
  const { load } = words.pane;
  const { areas, leaves } = countInScale(framework);
  const total = words.figure(frameworkTotal(framework));
  return (
    <section className="tree" aria-label={load.preview}>
      <p>
        <strong>{load.previewTotal(areas, leaves, total)}</strong>
      </p>
      {framework.areas.map((area) => (
        <details key={area.code}>
          <summary>
            <NodeLine node={area} words={words} surveyed={area.survey === true} />
          </summary>
          <Children nodes={area.children ?? []} words={words} surveyed={area.survey === true} />
        </details>
      ))}
    </section>
  );
}

interface ChildrenProps {
  nodes: readonly FrameworkNode[];
  words: Words;
  /** What stands above is marked, and so these are. */
  surveyed: boolean;
}

function Children({ nodes, words, surveyed }: ChildrenProps) {
  if (nodes.length === 0) return null;
  return (
    <ul>
      {nodes.map((node, index) => (
        <li key={`${node.code}|${index}`}>
          <NodeLine node={node} words={words} surveyed={surveyed || node.survey === true} />
          <Children
            nodes={node.children ?? []}
            words={words}
            surveyed={surveyed || node.survey === true}
          />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  node: FrameworkNode;
  words: Words;
  surveyed: boolean;
}

function NodeLine({ node, words, surveyed }: LineProps) {
  const { load } = words.pane;
  const outside = outsideSign(node);
  const max = nodePoints(node);
  return (
    <span className="node">
      <span className="node-code">{node.code}</span>
      <span className="node-name">
        {node.name === '' ? load.noName : node.name}{' '}
        {outside && <span className="tag">{load.outside[outside]}</span>}{' '}
        {surveyed && <span className="tag">{load.surveyTag}</span>}
      </span>
      <span className="node-max">{max === null ? load.maxUnknown : words.figure(max)}</span>
    </span>
  );
}
