import { Badge, Button, Group, Text } from '@mantine/core';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import type { Evidence } from '../../../../graph/model.ts';
import { openReader } from '../../actions.ts';
import { EntityChip } from '../Common/EntityChip.tsx';
import { Quote } from '../Common/Quote.tsx';
import { dateWords, modalityWords, readingsOf, sourceOf } from '../Common/words.ts';
import classes from './Inspector.module.css';

/** A person's word is not a reading of the extractor's. */
function readBy(extractors: readonly string[]): string {
  const own = extractors.filter((name) => name !== 'review');
  return own.length === 0 ? 'added by a reviewer' : `read in ${readingsOf(own)}`;
}

/** One claim: its quote within its sentence, who said it and how, where it stands, and how sure the reading is. */
export function ClaimCard({ evidence }: { readonly evidence: Evidence }) {
  const { claim, sentence, document, speakers } = evidence;
  return (
    <article className={classes.claim} data-denied={claim.polarity === '-' ? true : undefined}>
      <Quote sentence={sentence} claim={claim} />
      <Group gap={6} mt="xs">
        <Badge variant="light" radius="sm" tt="none" title="How the text presents it">
          {modalityWords(claim.modality)}
        </Badge>
        {claim.polarity === '-' && (
          <Badge color="red" variant="filled" radius="sm" tt="none">
            ✕ denied by the text
          </Badge>
        )}
      </Group>
      <dl className={classes.facts} style={{ marginTop: '0.5rem' }}>
        {(speakers.length > 0 || claim.act) && (
          <div>
            <dt>Said by</dt>
            <dd>
              {speakers.map((speaker) => (
                <EntityChip key={speaker.id} entity={speaker} />
              ))}{' '}
              {claim.act && <Text span size="sm" c="dimmed">{`(“${claim.act}”)`}</Text>}
            </dd>
          </div>
        )}
        {claim.eventDate && (
          <div>
            <dt>Happened</dt>
            <dd>{dateWords(claim.eventDate)}</dd>
          </div>
        )}
        {sentence.section && (
          <div>
            <dt>Section</dt>
            <dd>{sentence.section}</dd>
          </div>
        )}
        <div>
          <dt>Document</dt>
          <dd>
            {document.title}
            <Text size="xs" c="dimmed">
              {sourceOf(document)}
            </Text>
          </dd>
        </div>
        <div>
          <dt>Confidence</dt>
          <dd>
            {Math.round(claim.confidence * 100)}%, {readBy(claim.extractors)}
          </dd>
        </div>
        {claim.reviewer && (
          <div>
            <dt>Accepted by</dt>
            <dd>
              {claim.reviewer}
              {claim.reviewNote && (
                <Text size="xs" c="dimmed">
                  {claim.reviewNote}
                </Text>
              )}
            </dd>
          </div>
        )}
      </dl>
      <Button
        size="compact-sm"
        variant="light"
        mt="xs"
        leftSection={<IconBook size={14} aria-hidden />}
        onClick={() => openReader(claim.document, claim.sentence, { start: claim.start, end: claim.end })}
      >
        Show in text
      </Button>
    </article>
  );
}
