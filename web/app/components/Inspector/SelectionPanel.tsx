import { Button, Group, Stack, Title } from '@mantine/core';
import type { EntityId, RelationId } from '../../../../graph/model.ts';
import { hide, hideOthers, pin, select } from '../../actions.ts';
import { entitiesAsCypher } from '../../cypher-actions.ts';
import { useExploration } from '../../hooks.ts';
import { EntityChip } from '../Common/EntityChip.tsx';
import { count, figures } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { RelationRow } from './RelationRow.tsx';
import { Section } from './Section.tsx';
import { summarise } from './summary.ts';

/** Several things selected: what they are, what runs among them, and what can be done with all at once. */
export function SelectionPanel({
  entities,
  relations,
}: {
  readonly entities: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
}) {
  const scene = useExploration((state) => state);
  const { chosen, among } = summarise(scene, entities, relations);
  const words = [
    ...(entities.size > 0 ? [count(entities.size, 'entity', 'entities')] : []),
    ...(relations.size > 0 ? [count(relations.size, 'relation')] : []),
  ];
  return (
    <Stack gap="sm" p="sm">
      <Title order={3} size="h4">
        {words.join(' and ')} selected
      </Title>
      {entities.size > 0 && (
        <Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => pin(entities)}>
            Pin
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => hide(entities)}>
            Hide
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => hideOthers(entities)}>
            Hide others
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => entitiesAsCypher(entities)}>
            As Cypher
          </Button>
        </Group>
      )}
      {chosen.map(({ type, members }) => (
        <Section key={type} title={`${type} (${figures(members.length)})`}>
          <Group gap={6}>
            {members.map((entity) => (
              <EntityChip
                key={entity.id}
                entity={entity}
                onChoose={() => select({ entities: [entity.id] })}
              />
            ))}
          </Group>
        </Section>
      ))}
      {among.length > 0 && (
        <Section
          title={
            relations.size > 0
              ? count(among.length, 'relation')
              : `${count(among.length, 'relation')} among them`
          }
        >
          <ul className={classes.list}>
            {among.map((relation) => (
              <li key={relation.id}>
                <RelationRow relation={relation} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}
