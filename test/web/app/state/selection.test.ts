import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../../../graph/model.ts';
import { DocumentId } from '../../../../graph/model.ts';
import { add, emptyExploration } from '../../../../web/app/state/exploration.ts';
import {
  extend,
  highlight,
  hover,
  nothingSelected,
  select,
  toggle,
  within,
} from '../../../../web/app/state/selection.ts';
import { closeTop, followInReader, initialUi, openReader, setTrace } from '../../../../web/app/state/ui.ts';
import { entity } from '../samples.ts';

const [a, b] = ['a', 'b'] as unknown as [EntityId, EntityId];

describe('selection', () => {
  it('selects, toggles and extends', () => {
    const one = select(nothingSelected, { entities: [a] });
    expect([...toggle(one, { entities: [a, b] }).entities]).toEqual([b]);
    expect([...extend(one, { entities: [a, b] }).entities]).toEqual([a, b]);
  });

  it('drops what left the scene, and is the same state when nothing did', () => {
    const both = select(nothingSelected, { entities: [a, b] });
    const scene = add(emptyExploration, { entities: [entity('a')], relations: [] });
    const kept = within(both, scene);
    expect([...kept.entities]).toEqual([a]);
    expect(within(kept, scene)).toBe(kept);
  });

  it('forgets a pointer on something gone, and a path that lost a step', () => {
    const state = {
      ...hover(nothingSelected, { kind: 'entity', id: b, from: 'canvas' }),
      highlight: { entities: new Set([a, b]), relations: new Set<never>() },
    };
    const scene = add(emptyExploration, { entities: [entity('a')], relations: [] });
    expect(within(state, scene)).toMatchObject({ hover: null, highlight: null });
  });

  it('lets go what is selected beside a path; what is selected then stays', () => {
    const path = { entities: new Set([b]), relations: new Set<never>() };
    const shown = highlight(select(nothingSelected, { entities: [a, b] }), path);
    expect(shown).toMatchObject({ entities: new Set([b]), highlight: path });
    const beside = select(shown, { entities: [a] });
    expect(highlight(beside, null)).toMatchObject({ entities: new Set([a]), highlight: null });
  });

  it('tells apart where the pointer is', () => {
    const once = hover(nothingSelected, { kind: 'entity', id: a, from: 'canvas' });
    expect(hover(once, { kind: 'entity', id: a, from: 'canvas' })).toBe(once);
    expect(hover(once, { kind: 'entity', id: a, from: 'reader' })).not.toBe(once);
  });
});

describe('panels', () => {
  const document = DocumentId.parse('d');

  it('opens the reader, and points only an open one elsewhere', () => {
    expect(followInReader(initialUi, { document }).reader).toBeNull();
    expect(openReader(initialUi, { document })).toMatchObject({ left: 'reader', reader: { document } });
  });

  it('keeps the other end of a trace', () => {
    const from = setTrace(initialUi, { from: a });
    expect(setTrace(from, { to: b })).toMatchObject({ left: 'trace', trace: { from: a, to: b } });
  });

  it('closes one thing at a time', () => {
    const open = { ...initialUi, help: true, list: true };
    expect(closeTop(open)).toMatchObject({ help: false, list: true });
    expect(closeTop(closeTop(open))).toMatchObject({ help: false, list: false });
    expect(closeTop(initialUi)).toBe(initialUi);
  });
});
