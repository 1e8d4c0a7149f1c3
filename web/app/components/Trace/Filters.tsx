import {
  Badge,
  Button,
  Group,
  MultiSelect,
  NativeSelect,
  Stack,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useId, useState } from 'react';
import { DocumentId, type DocumentSummary } from '../../../../graph/model.ts';
import { Day } from '../../../api.ts';
import { askTrace } from '../../actions.ts';
import { useCatalogue } from '../../hooks.ts';
import { relationCaption } from '../../state/catalogue.ts';
import { noFilter, type TraceFilter } from '../../state/ui.ts';
import { activeFilters } from './filters.ts';
import classes from './Trace.module.css';

interface FilterProps {
  readonly filter: TraceFilter;
  readonly documents: readonly Pick<DocumentSummary, 'id' | 'title'>[];
}

/** What every step of the paths must be; closed, it says how many filters are on. */
export function Filters({ filter, documents }: FilterProps) {
  const [open, setOpen] = useState(false);
  const fields = useId();
  const active = activeFilters(filter);
  return (
    <div>
      <Group gap="xs" justify="space-between" h="1.6rem">
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={fields}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={14} aria-hidden />
          Filters
          {active > 0 && (
            <Badge size="sm" radius="sm" tt="none">
              {active} on
            </Badge>
          )}
        </UnstyledButton>
        {active > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label="Clear the filters"
            onClick={() => askTrace({ filter: noFilter })}
          >
            Clear
          </Button>
        )}
      </Group>
      <div id={fields} hidden={!open}>
        {open && <Fields filter={filter} documents={documents} />}
      </div>
    </div>
  );
}

function Fields({ filter, documents }: FilterProps) {
  const catalogue = useCatalogue((state) => state);
  const change = (some: Partial<TraceFilter>) => askTrace({ filter: { ...filter, ...some } });
  const known = catalogue.schema?.relationTypes.filter(({ auxiliary }) => !auxiliary) ?? [];
  const types = new Set([...known.map(({ type }) => type), ...filter.types]);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const { after, before } = filter;
  const crossed = after !== '' && before !== '' && after > `${before}~`;
  return (
    <Stack gap={6} mt={4}>
      <Several
        label="Relation types"
        chosen={filter.types}
        offered={types}
        captionOf={(type) => relationCaption(catalogue, type)}
        onChoose={(chosen) => change({ types: chosen })}
      />
      <Several
        label="Documents"
        chosen={filter.documents}
        offered={new Set([...titles.keys(), ...filter.documents])}
        captionOf={(id) => titles.get(DocumentId.parse(id)) ?? id}
        onChoose={(chosen) => change({ documents: chosen.map((id) => DocumentId.parse(id)) })}
      />
      <NativeSelect
        size="xs"
        label="Least confidence"
        value={String(filter.confidence)}
        onChange={(event) => change({ confidence: Number(event.currentTarget.value) })}
        data={[...new Set([0, 0.5, 0.8, 0.9, filter.confidence])].toSorted().map((least) => ({
          value: String(least),
          label: least === 0 ? 'Any' : `${Math.round(least * 100)}%`,
        }))}
      />
      <Group gap="xs" grow align="flex-start">
        <DayField label="Not before" value={after} onCommit={(day) => change({ after: day })} />
        <DayField
          label="Not after"
          value={before}
          fault={crossed ? 'This is before the other date.' : null}
          onCommit={(day) => change({ before: day })}
        />
      </Group>
    </Stack>
  );
}

/** Any of what is offered; none chosen means all. */
function Several({
  label,
  chosen,
  offered,
  captionOf,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly offered: ReadonlySet<string>;
  readonly captionOf: (value: string) => string;
  readonly onChoose: (chosen: string[]) => void;
}) {
  return (
    <MultiSelect
      size="xs"
      label={label}
      placeholder={chosen.length === 0 ? 'All' : ''}
      searchable
      hidePickedOptions
      value={[...chosen]}
      onChange={onChoose}
      data={[...offered].map((value) => ({ value, label: captionOf(value) }))}
    />
  );
}

/** A year, month or day; it counts when it is left or Enter is pressed. */
function DayField({
  label,
  value,
  fault = null,
  onCommit,
}: {
  readonly label: string;
  readonly value: string;
  readonly fault?: string | null;
  readonly onCommit: (day: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const commit = () => {
    if (text === null) return;
    const read = Day.safeParse(text.trim());
    setWrong(!read.success);
    if (!read.success) return;
    setText(null);
    if (read.data !== value) onCommit(read.data);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder="2022-09"
      value={text ?? value}
      // The red of errors has too little contrast for text; the frame keeps it.
      styles={{
        input: { color: 'var(--mantine-color-text)' },
        error: { color: 'var(--mantine-color-text)' },
      }}
      error={wrong ? 'Write 2022, 2022-09 or 2022-09-14.' : fault}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
