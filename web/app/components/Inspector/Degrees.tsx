import { Text, UnstyledButton } from '@mantine/core';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import type { Degree, EntityId } from '../../../../graph/model.ts';
import { expand } from '../../graph-actions.ts';
import { useCatalogue } from '../../hooks.ts';
import { count, figures } from '../Common/words.ts';
import { degreeCaption } from './degrees.ts';
import classes from './Inspector.module.css';
import { Section } from './Section.tsx';

/** Relations by type and direction, each of which brings its neighbours onto the canvas. */
export function Degrees({
  id,
  degree,
  degrees,
}: {
  readonly id: EntityId;
  readonly degree: number;
  readonly degrees: readonly Degree[];
}) {
  const catalogue = useCatalogue((state) => state);
  if (degree === 0) {
    return (
      <Text size="sm" c="dimmed">
        No relation of this entity is in the graph.
      </Text>
    );
  }
  return (
    <Section title={`${count(degree, 'relation')}: choose one to expand`}>
      <ul className={classes.list}>
        {degrees.map((each) => (
          <li key={`${each.type} ${each.direction}`}>
            <UnstyledButton
              className={classes.row}
              onClick={() => void expand(id, { types: [each.type], direction: each.direction })}
            >
              <span className={classes.rowText}>{degreeCaption(each, catalogue)}</span>
              <span className={classes.rowCount}>{figures(each.count)}</span>
              <IconChevronRight size={14} aria-label="expand" />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {degrees.length > 1 && (
        <UnstyledButton className={classes.row} onClick={() => void expand(id)}>
          <span className={classes.rowText}>all of them</span>
          <span className={classes.rowCount}>{figures(degree)}</span>
          <IconChevronRight size={14} aria-label="expand" />
        </UnstyledButton>
      )}
    </Section>
  );
}
