import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import type { EntityId, Path } from '../../../../graph/model.ts';
import { notify } from '../../actions.ts';
import { pathAsCypher } from '../../cypher-actions.ts';
import { useCatalogue } from '../../hooks.ts';
import type { Catalogue } from '../../state/catalogue.ts';
import { count } from '../Common/words.ts';
import { brief, type Manner } from './brief.ts';
import { type ChainNotes, chainNotes } from './chain.ts';
import { HopView } from './HopView.tsx';
import classes from './Trace.module.css';

interface CardProps {
  readonly path: Path;
  readonly number: number;
  readonly how: Manner;
  readonly open: boolean;
  readonly nameOf: (id: EntityId) => string;
  readonly onChoose: () => void;
}

/** A path: what it goes through, what to be careful about; opened, every step with its quote. */
export function PathCard({ path, number, how, open, nameOf, onChoose }: CardProps) {
  const catalogue = useCatalogue((state) => state);
  const notes = chainNotes(path);
  const [first] = path.hops;
  const through = [...(first ? [first.from] : []), ...path.hops.map(({ to }) => to)].map(nameOf);
  return (
    <article className={classes.path} data-open={open || undefined}>
      <UnstyledButton
        className={classes.choose}
        aria-expanded={open}
        title="Show on the canvas"
        onClick={onChoose}
      >
        <span className={classes.number}>{number}</span>
        <span className={classes.chain}>{through.join(' → ')}</span>
      </UnstyledButton>
      <Notes path={path} notes={notes} />
      {open && (
        <>
          <ol className={classes.hops}>
            {path.hops.map((hop, index) => (
              <li key={hop.relation.id}>
                <HopView
                  hop={hop}
                  nameOf={nameOf}
                  elsewhere={notes.documents.length > 1}
                  earlierThan={notes.backwards.find(({ step }) => step === index)?.after ?? null}
                />
              </li>
            ))}
          </ol>
          <Group gap="xs">
            <Button size="compact-sm" variant="light" onClick={onChoose}>
              Show on the canvas
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={() => void copyBrief(path, how, nameOf, catalogue)}
            >
              Copy as Markdown
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => pathAsCypher(path)}>
              As Cypher
            </Button>
          </Group>
        </>
      )}
    </article>
  );
}

function Notes({ path, notes }: { readonly path: Path; readonly notes: ChainNotes }) {
  return (
    <Group gap={6} mt={4}>
      <Text size="xs" c="dimmed">
        {count(path.hops.length, 'hop')}
      </Text>
      {notes.background.length > 0 && (
        <Badge size="sm" radius="sm" variant="default" tt="none">
          {count(notes.background.length, 'background step')}
        </Badge>
      )}
      {notes.documents.length > 1 && (
        <Badge size="sm" radius="sm" variant="default" tt="none">
          across {notes.documents.length} documents
        </Badge>
      )}
      {notes.backwards.length > 0 && (
        <Badge size="sm" radius="sm" color="orange" variant="light" tt="none">
          runs backwards in time
        </Badge>
      )}
    </Group>
  );
}

async function copyBrief(
  path: Path,
  how: Manner,
  nameOf: (id: EntityId) => string,
  catalogue: Catalogue,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(brief(path, how, nameOf, catalogue));
    notify({ kind: 'info', title: 'Copied', message: 'The brief is on the clipboard as Markdown.' });
  } catch {
    const message =
      'The browser did not let the page use the clipboard. Allow it for this page and try again.';
    notify({ kind: 'error', title: 'Not copied', message });
  }
}
