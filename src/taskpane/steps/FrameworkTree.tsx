/** A framework as a tree: each area folds, with its total; below it codes, names and maxima. */
import {
  flattenFramework,
  frameworkTotal,
  nodePoints,
  type Framework,
  type FrameworkNode,
} from '../../domain/framework/framework';
import type { Words } from '../words';

export function FrameworkTree({ framework, words }: { framework: Framework; words: Words }) {
  const { load } = words.pane;
  const leaves = flattenFramework(framework).filter(({ isLeaf }) => isLeaf).length;
  const total = words.figure(frameworkTotal(framework));
  return (
    <section className="tree" aria-label={load.preview}>
      <p>
        <strong>{load.previewTotal(framework.areas.length, leaves, total)}</strong>
      </p>
      {framework.areas.map((area) => (
        <details key={area.code}>
          <summary>
            <NodeLine node={area} words={words} />
          </summary>
          <Children nodes={area.children ?? []} words={words} />
        </details>
      ))}
    </section>
  );
}

function Children({ nodes, words }: { nodes: readonly FrameworkNode[]; words: Words }) {
  if (nodes.length === 0) return null;
  return (
    <ul>
      {nodes.map((node, index) => (
        <li key={`${node.code}|${index}`}>
          <NodeLine node={node} words={words} />
          <Children nodes={node.children ?? []} words={words} />
        </li>
      ))}
    </ul>
  );
}

function NodeLine({ node, words }: { node: FrameworkNode; words: Words }) {
  const { load } = words.pane;
  const max = nodePoints(node);
  return (
    <span className="node">
      <span className="node-code">{node.code}</span>
      <span className="node-name">{node.name === '' ? load.noName : node.name}</span>
      <span className="node-max">{max === null ? load.maxUnknown : words.figure(max)}</span>
    </span>
  );
}
