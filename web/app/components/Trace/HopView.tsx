import { Badge, Button, Group, Text } from '@mantine/core';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import type { EntityId, Evidence, Hop } from '../../../../graph/model.ts';
import { hover, openReader } from '../../actions.ts';
import { useCatalogue } from '../../hooks.ts';
import { Quote } from '../Common/Quote.tsx';
import { RelationText } from '../Common/RelationText.tsx';
import { dateWords, modalityWords, readRelation } from '../Common/words.ts';
import { hopDate } from './chain.ts';
import classes from './Trace.module.css';

/** A step: what it says in its own direction, with the best-evidenced sentence behind it. */
export function HopView({
  hop,
  nameOf,
  elsewhere,
  earlierThan,
}: {
  readonly hop: Hop;
  readonly nameOf: (id: EntityId) => string;
  /** Whether the path's steps come from different documents, so that each must name its own. */
  readonly elsewhere: boolean;
  /** The step (from 0) this one is certainly earlier than. */
  readonly earlierThan: number | null;
}) {
  const catalogue = useCatalogue((state) => state);
  const glow = () => hover({ kind: 'relation', id: hop.relation.id, from: 'panel' });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a step only makes its edge glow
    <div className={classes.hop} onMouseEnter={glow} onMouseLeave={() => hover(null)}>
      <Text size="sm" fw={500} component="div">
        <RelationText reading={readRelation(hop.relation, nameOf, catalogue)} />
      </Text>
      {hop.evidence ? (
        <HopEvidence evidence={hop.evidence} date={hopDate(hop)} elsewhere={elsewhere} />
      ) : (
        <Text size="xs" c="dimmed">
          {hop.relation.origin === 'gazetteer'
            ? 'Background knowledge from the gazetteer; no quote.'
            : 'No recorded evidence for this step.'}
        </Text>
      )}
      {earlierThan !== null && (
        <Badge size="sm" radius="sm" color="orange" variant="light" tt="none">
          earlier than step {earlierThan + 1}
        </Badge>
      )}
    </div>
  );
}

function HopEvidence({
  evidence,
  date,
  elsewhere,
}: {
  readonly evidence: Evidence;
  readonly date: string | null;
  readonly elsewhere: boolean;
}) {
  const { claim, sentence, document, speakers } = evidence;
  const facts = [
    modalityWords(claim.modality),
    ...(speakers.length > 0 ? [`said by ${speakers.map(({ name }) => name).join(' and ')}`] : []),
    ...(date ? [dateWords(date)] : []),
    ...(elsewhere || document.publisher === null ? [document.title] : [document.publisher]),
  ];
  return (
    <>
      <Quote sentence={sentence} claim={claim} />
      <Group gap="xs" justify="space-between">
        <Text size="xs" c="dimmed" title={document.title}>
          {facts.join(' · ')}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconBook size={12} aria-hidden />}
          onClick={() => openReader(claim.document, claim.sentence, { start: claim.start, end: claim.end })}
        >
          Show in text
        </Button>
      </Group>
    </>
  );
}
