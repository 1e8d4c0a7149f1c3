import { Combobox, Text } from '@mantine/core';
import type { SearchHit } from '../../../../graph/model.ts';
import { Emphasised } from '../Common/Emphasised.tsx';
import { count } from '../Common/words.ts';
import classes from './EntityPicker.module.css';
import { foundIn } from './groups.ts';

/** One result: name, description, how connected, and where the words stood if not in the name. */
export function HitRow({ hit, query }: { readonly hit: SearchHit; readonly query: string }) {
  const { entity, degree } = hit;
  const where = foundIn(hit);
  return (
    <Combobox.Option value={entity.id} className={classes.option}>
      <span className={classes.first}>
        <Text component="span" size="sm" fw={500} lineClamp={2}>
          <Emphasised text={entity.name} query={query} />
        </Text>
        <Text component="span" size="xs" c="dimmed" className={classes.degree}>
          {count(degree, 'relation')}
        </Text>
      </span>
      {entity.description && hit.matched !== 'description' && (
        <Text size="xs" c="dimmed" lineClamp={1}>
          {entity.description}
        </Text>
      )}
      {where && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          <Emphasised text={where} query={query} />
        </Text>
      )}
    </Combobox.Option>
  );
}
