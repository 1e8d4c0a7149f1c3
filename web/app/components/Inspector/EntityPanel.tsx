import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { EntityDetail, EntityId } from '../../../../graph/model.ts';
import { client } from '../../client.ts';
import { useCatalogue, useExploration } from '../../hooks.ts';
import { entityTypeIn, typeWords } from '../../state/catalogue.ts';
import { Failed, Loading } from '../Common/States.tsx';
import { TypeIcon } from '../Common/TypeIcon.tsx';
import { useRequest } from '../Common/useRequest.ts';
import { Degrees } from './Degrees.tsx';
import { EntityDocuments } from './EntityDocuments.tsx';
import { EntityFacts } from './EntityFacts.tsx';
import { EntityRelations } from './EntityRelations.tsx';
import { EntityTools } from './EntityTools.tsx';
import classes from './Inspector.module.css';
import { Mentions } from './Mentions.tsx';
import { Properties } from './Properties.tsx';

/** One entity: what it is, what it is related to, and where the documents name it. */
export function EntityPanel({ id }: { readonly id: EntityId }) {
  const inScene = useExploration((state) => state.entities.get(id));
  const request = useRequest(id, (signal) => client.entity(id, signal));
  const entity = request.status === 'ready' ? request.data.entity : inScene;
  return (
    <Stack gap="sm" p="sm">
      {entity && <Heading entity={entity} />}
      {entity && <EntityTools entity={entity} />}
      {request.status === 'loading' && <Loading what="Reading what the graph knows" />}
      {request.status === 'failed' && (
        <Failed title="The details could not be read" failure={request.failure} retry={request.retry} />
      )}
      {request.status === 'ready' && <Details detail={request.data} />}
    </Stack>
  );
}

function Heading({ entity }: { readonly entity: EntityDetail['entity'] }) {
  const families = entity.labels.filter((label) => label !== entity.type);
  const caption = useCatalogue((state) => entityTypeIn(state.schema, entity.type)?.caption);
  const type = useCatalogue((state) => typeWords(state, entity.type));
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TypeIcon type={entity.type} size={24} />
        <Title order={3} size="h4" className={classes.long}>
          {entity.name}
        </Title>
      </Group>
      <Group gap={6} mt={4}>
        <Badge variant="default" radius="sm" tt="none" title={caption}>
          {type}
        </Badge>
        {families.map((family) => (
          <Badge key={family} variant="default" radius="sm" tt="none" fw={400}>
            {family}
          </Badge>
        ))}
      </Group>
      {entity.provisional && (
        <Text size="xs" c="dimmed" mt={6}>
          Known only by these words of a document; not identified with anything beyond it.
        </Text>
      )}
    </div>
  );
}

function Details({ detail }: { readonly detail: EntityDetail }) {
  return (
    <>
      {detail.properties ? (
        <Properties of="node" properties={detail.properties} />
      ) : (
        <EntityFacts entity={detail.entity} />
      )}
      <EntityRelations id={detail.entity.id} />
      <Degrees id={detail.entity.id} degree={detail.degree} degrees={detail.degrees} />
      <Mentions mentions={detail.mentions} />
      <EntityDocuments documents={detail.documents} />
    </>
  );
}
