import type { Relation } from '../../../../graph/model.ts';
import { useExploration } from '../../hooks.ts';
import classes from './Inspector.module.css';
import { parallels } from './parallels.ts';
import { RelationRow } from './RelationRow.tsx';
import { Section } from './Section.tsx';

/** Other relations between the same two entities on the canvas. */
export function Parallels({ relation }: { readonly relation: Relation }) {
  const relations = useExploration((state) => state.relations);
  const others = parallels(relation, relations.values());
  if (others.length === 0) return null;
  return (
    <Section title="Also between these two">
      <ul className={classes.list}>
        {others.map((each) => (
          <li key={each.id}>
            <RelationRow relation={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
