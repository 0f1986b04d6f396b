import { parentOf } from '../../building/cgroup-paths.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';
import { hostPlate, leafDepth, type NodePlace, node, treeTop } from './plan.ts';
import type { TreeNode } from './tree.ts';

/** One of the host's cgroups, where it stands. */
export interface PlacedNode {
  each: TreeNode;
  at: NodePlace;
}

/** Where a node of the tree stands, in its row. */
export function nodeAt({ depth, above }: TreeNode, index: number, metrics: Metrics): NodePlace {
  const low = metrics.format === 'landscape';
  const most = low ? 1 : above ? leafDepth - 1 : leafDepth;
  const indent = low ? Math.min(depth, 1) * 7 : Math.min(depth, most) * node.indent;
  const x = metrics.left + metrics.pad + indent;
  const end = low ? metrics.roomLeft - 12 : hostPlate(metrics).x - 8;
  return { x, y: treeTop(metrics) + index * node.pitch, width: end - x };
}

/** One of the host's cgroups, and the line down to it from the one above. */
export function nodeShapes(each: TreeNode, at: NodePlace, tree: PlacedNode[]): Shape[] {
  const pen = penFor('host', `cgroup:${each.path}`);
  const tone = each.above ? 'ink' : 'soft';
  const size = 13;
  const name = shorten(each.name, 'mono', size, at.width - 16);
  const parent = each.path === '/' ? undefined : tree.find((other) => other.each.path === parentOf(each.path))?.at;
  return [
    ...(parent && parent.x < at.x ? [pen.line('branch', elbow(parent, at, each.above))] : []),
    pen.box('node', {
      x: at.x,
      y: at.y,
      // As wide as its name, so that the steps of the tree show.
      width: Math.max(32, Math.ceil(name.length * size * 0.6) + 16),
      height: node.height,
      radius: 3,
      fill: 'paper',
      stroke: each.above ? 'ink' : 'line',
      strokeWidth: each.above ? 1.4 : 1,
    }),
    pen.text('name', { x: at.x + 8, y: at.y + node.height / 2 + middle(size), text: name, size, font: 'mono', tone }),
  ];
}

/** From below one node to the side of another one. */
export function elbow(from: NodePlace, to: NodePlace, strong: boolean) {
  const x = Math.min(from.x + 7, to.x - 3.5);
  const y = to.y + node.height / 2;
  const points: [number, number][] = [
    [x, from.y + node.height],
    [x, y],
    [to.x, y],
  ];
  return {
    points,
    stroke: strong ? 'ink' : 'soft',
    strokeWidth: strong ? 1.4 : 1,
    strength: strong ? 1 : 0.6,
  } as const;
}
