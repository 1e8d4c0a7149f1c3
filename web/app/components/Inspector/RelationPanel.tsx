import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import type { Relation, RelationEvidence, RelationId } from '../../../../graph/model.ts';
import { client } from '../../client.ts';
import { useCatalogue, useExploration } from '../../hooks.ts';
import { EntityChip } from '../Common/EntityChip.tsx';
import { RelationText } from '../Common/RelationText.tsx';
import { Failed, Loading } from '../Common/States.tsx';
import { useRequest } from '../Common/useRequest.ts';
import { count, names, readRelation } from '../Common/words.ts';
import { ClaimCard } from './ClaimCard.tsx';
import classes from './Inspector.module.css';
import { Parallels } from './Parallels.tsx';
import { Properties } from './Properties.tsx';
import { Section } from './Section.tsx';

/** One relation and every claim behind it, each with its verbatim quote. */
export function RelationPanel({ id }: { readonly id: RelationId }) {
  const relation = useExploration((state) => state.relations.get(id));
  const entities = useExploration((state) => state.entities);
  const catalogue = useCatalogue((state) => state);
  const request = useRequest(id, (signal) => client.evidence(id, signal));
  const shown = request.status === 'ready' ? request.data.relation : relation;
  const ends =
    request.status === 'ready' ? [request.data.subject, request.data.object] : [...entities.values()];
  return (
    <Stack gap="sm" p="sm">
      {shown && (
        <Title order={3} size="h4" className={classes.long}>
          <RelationText reading={readRelation(shown, names(ends), catalogue)} />
        </Title>
      )}
      {request.status === 'loading' && <Loading what="Reading the evidence" />}
      {request.status === 'failed' && (
        <Failed title="The evidence could not be read" failure={request.failure} retry={request.retry} />
      )}
      {request.status === 'ready' && <Evidence answer={request.data} />}
      {shown && <Parallels relation={shown} />}
    </Stack>
  );
}

function Evidence({ answer }: { readonly answer: RelationEvidence }) {
  const { relation, subject, object, evidence } = answer;
  return (
    <>
      <Group gap={6}>
        <EntityChip entity={subject} />
        <EntityChip entity={object} />
      </Group>
      {relation.origin === 'gazetteer' && (
        <Alert variant="default" title="Background knowledge">
          Background knowledge from the gazetteer; no quote. No document in this graph says it.
        </Alert>
      )}
      {answer.properties && <Properties of="relation" properties={answer.properties} />}
      {relation.origin === 'document' && evidence.length === 0 && <Unquoted relation={relation} />}
      {evidence.length > 0 && (
        <Section title={`${count(evidence.length, 'claim')} behind this relation`}>
          <Stack gap="xs">
            {evidence.map((each) => (
              <ClaimCard key={each.claim.id} evidence={each} />
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

function Unquoted({ relation }: { readonly relation: Relation }) {
  return (
    <Text size="sm" c="dimmed">
      There is no recorded evidence for this {relation.type} relation: it did not come from a document read
      here.
    </Text>
  );
}
