import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EntityId } from '../../../../graph/model.ts';
import { useExploration } from '../../hooks.ts';
import { count, figures } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { RelationRow } from './RelationRow.tsx';
import { relationsOf } from './relationsOf.ts';
import { Section } from './Section.tsx';

/** Rows shown before more are asked for. */
const FIRST = 8;

/** The relations of an entity that are on the canvas, each of which opens the sentences behind it. */
export function EntityRelations({ id }: { readonly id: EntityId }) {
  const relations = useExploration((state) => state.relations);
  const own = useMemo(() => relationsOf(id, relations.values()), [id, relations]);
  const [all, setAll] = useState(false);
  if (own.length === 0) return null;
  return (
    <Section title={`${count(own.length, 'relation')} on the canvas: choose one to read`}>
      <ul className={classes.list}>
        {(all ? own : own.slice(0, FIRST)).map((relation) => (
          <li key={relation.id}>
            <RelationRow relation={relation} />
          </li>
        ))}
      </ul>
      {!all && own.length > FIRST && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {`${FIRST} of ${figures(own.length)} shown: show all`}
        </Button>
      )}
    </Section>
  );
}
