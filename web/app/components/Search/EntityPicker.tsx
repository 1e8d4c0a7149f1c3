import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../../../graph/model.ts';
import { client } from '../../client.ts';
import { useCatalogue } from '../../hooks.ts';
import { TypeIcon } from '../Common/TypeIcon.tsx';
import { type Request, useRequest } from '../Common/useRequest.ts';
import { count, figures } from '../Common/words.ts';
import classes from './EntityPicker.module.css';
import { groupHits } from './groups.ts';
import { HitRow } from './HitRow.tsx';

const WAIT_MS = 120;
const LIMIT = 30;

type Answer = Request<SearchAnswer>;

interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** What stands in the field while nobody types: the name of what is chosen. */
  readonly chosen?: string;
  readonly id?: string;
  readonly hint?: React.ReactNode;
  readonly onChoose: (hit: SearchHit) => void;
}

/** A field that finds entities while one types, grouped by type; arrows, Enter and Escape work as expected. */
export function EntityPicker({ label, placeholder, chosen = '', id, hint, onChoose }: PickerProps) {
  const [text, setText] = useState<string | null>(null);
  const [query] = useDebouncedValue((text ?? '').trim(), WAIT_MS);
  const answer: Answer = useRequest(query === '' ? null : query, (signal) =>
    client.search({ q: query.slice(0, 200), limit: LIMIT }, signal),
  );
  const typed = (text ?? '').trim();
  const [entered, setEntered] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const hits = answer.status === 'ready' ? answer.data.results : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first of each new answer is what Enter takes
  useEffect(() => {
    if (hits.length > 0) combobox.selectFirstOption();
  }, [answer.status === 'ready' ? answer.data : null]);

  const choose = (value: string) => {
    const hit = hits.find(({ entity }) => entity.id === value);
    setText(null);
    combobox.closeDropdown();
    if (hit) onChoose(hit);
  };
  const answered = query === typed && (answer.status === 'ready' || answer.status === 'failed');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the answer for the whole text is there
  useEffect(() => {
    if (!entered || !answered) return;
    setEntered(false);
    const [first] = hits;
    if (first) choose(first.entity.id);
  }, [entered, answered]);
  /** Enter before the answer for the whole text is there waits for it: the list still is that of a shorter text. */
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed === '' || answered) return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(true);
  };
  const type = (value: string) => {
    setEntered(false);
    setText(value);
    if (value.trim() === '') combobox.closeDropdown();
    else combobox.openDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" position="bottom-start" width="target">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...(id === undefined ? {} : { id })}
          aria-label={label}
          aria-autocomplete="list"
          placeholder={placeholder}
          value={text ?? chosen}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={answer.status === 'loading' ? <Loader size={14} aria-hidden /> : hint}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDownCapture={enter}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => query !== '' && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setEntered(false);
            setText(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query === '' || answer.status === 'idle'} className={classes.dropdown}>
        <Results query={query} answer={answer} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The list stands from the moment it opens, empty at first, so that the field can refer to it. */
function Results({ query, answer }: { readonly query: string; readonly answer: Answer }) {
  const schema = useCatalogue((state) => state.schema);
  const hits = answer.status === 'ready' ? answer.data.results : [];
  return (
    <>
      <Combobox.Options className={classes.options} aria-label="Entities found">
        {groupHits(hits, schema).map(({ type, caption, hits: members }) => (
          <Combobox.Group
            key={type}
            label={
              <span className={classes.group}>
                <TypeIcon type={type} size={14} /> {caption}
              </span>
            }
          >
            {members.map((hit) => (
              <HitRow key={hit.entity.id} hit={hit} query={query} />
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
      <Summary query={query} answer={answer} />
    </>
  );
}

/** How many there are, or why there are none. */
function Summary({ query, answer }: { readonly query: string; readonly answer: Answer }) {
  if (answer.status === 'failed') {
    return (
      <Text size="sm" c="red" p="xs" role="alert">
        The search failed. {answer.failure.message} {answer.failure.hint}
      </Text>
    );
  }
  if (answer.status !== 'ready') return <Combobox.Empty role="status">Searching…</Combobox.Empty>;
  const { results, total, searched } = answer.data;
  if (results.length === 0) {
    return (
      <Combobox.Empty role="status">
        Nothing in the graph matches “{query}”. {searched}
      </Combobox.Empty>
    );
  }
  return (
    <Combobox.Footer>
      <Text size="xs" c="dimmed" role="status">
        {results.length < total
          ? `${results.length} of ${figures(total)} shown: type more to narrow down`
          : count(total, 'entity', 'entities')}
        {searched && `. ${searched}`}
      </Text>
    </Combobox.Footer>
  );
}
