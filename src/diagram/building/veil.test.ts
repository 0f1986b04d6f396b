import { describe, expect, it } from 'vitest';
import { sampleHost } from '../../host/sample.ts';
import { layout } from '../layout.ts';
import { texts } from '../paper/reading.ts';

const facts = sampleHost({ containers: [{ name: 'web' }] });

describe('a veiled part', () => {
  it('keeps back the number inside, in the picture and in its text, and nothing else', () => {
    const [open, veiled] = [layout(facts, 'pid', 'tall'), layout(facts, 'pid', 'tall', { veiled: ['process:web'] })];
    const changed = open.shapes.flatMap((shape, index) => {
      const other = veiled.shapes[index];
      return shape.kind === 'text' && other?.kind === 'text' && shape.text !== other.text ? [other.text] : [];
    });
    expect(changed).toEqual(['?', 'NSpid: ?']);
    expect(open.alternative).toMatch(/outside and 1 inside/);
    expect(veiled.alternative).not.toMatch(/inside/);
  });

  it('keeps back a hostname, in the picture and in its text', () => {
    const name = facts.namespaces.find((one) => one.kind === 'uts' && one.hostname !== facts.hostname)?.hostname ?? '';
    const veiled = layout(facts, 'uts', 'tall', { veiled: ['ns:uts:web', 'host'] });
    expect(texts(layout(facts, 'uts', 'tall'))).toContain(name);
    expect(texts(veiled)).not.toContain(name);
    expect(texts(veiled)).not.toContain(facts.hostname);
    expect(veiled.alternative).not.toContain(name);
    expect(veiled.alternative).not.toContain(facts.hostname);
  });
});
