import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../../../graph/model.ts';
import { figures, safeLink } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { valueText } from './propertyText.ts';
import { Section } from './Section.tsx';

/** Characters and items shown before more are asked for. */
const FOLDED = 280;
const ITEMS = 12;

/** Everything a node or relationship of a database holds, by name. */
export function Properties({
  of,
  properties,
}: {
  readonly of: string;
  readonly properties: Readonly<Record<string, Json>>;
}) {
  const names = Object.keys(properties).toSorted();
  if (names.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        This {of} holds no properties.
      </Text>
    );
  }
  return (
    <Section title="Properties">
      <dl className={classes.facts}>
        {names.map((name) => (
          <div key={name}>
            <dt className={classes.long}>{name}</dt>
            <dd>
              <Value value={properties[name] ?? null} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Value({ value }: { readonly value: Json }) {
  if (Array.isArray(value)) return <Items items={value} />;
  const link = typeof value === 'string' ? safeLink(value) : null;
  if (link === null) return <LongText text={valueText(value)} />;
  return (
    <Anchor size="sm" href={link} target="_blank" rel="noreferrer noopener">
      {valueText(value)}
    </Anchor>
  );
}

function LongText({ text }: { readonly text: string }) {
  const [all, setAll] = useState(false);
  if (text.length <= FOLDED) return text;
  return (
    <>
      {all ? text : `${text.slice(0, FOLDED).trimEnd()} …`}{' '}
      <More open={all} label={`Show all ${figures(text.length)} characters`} onClick={() => setAll(!all)} />
    </>
  );
}

function Items({ items }: { readonly items: readonly Json[] }) {
  const [all, setAll] = useState(false);
  if (items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {'(empty list)'}
      </Text>
    );
  const shown = all ? items : items.slice(0, ITEMS);
  return (
    <>
      <LongText text={shown.map(valueText).join(' · ')} />{' '}
      {items.length > ITEMS && (
        <More open={all} label={`Show all ${figures(items.length)} items`} onClick={() => setAll(!all)} />
      )}
    </>
  );
}

function More({
  open,
  label,
  onClick,
}: {
  readonly open: boolean;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={onClick}>
      {open ? 'Show less' : label}
    </Button>
  );
}
