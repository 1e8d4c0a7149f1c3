import { Combobox, Kbd, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import * as actions from '../../actions.ts';
import { client } from '../../client.ts';
import * as graphActions from '../../graph-actions.ts';
import { useUi } from '../../hooks.ts';
import { Emphasised } from '../Common/Emphasised.tsx';
import { useRequest } from '../Common/useRequest.ts';
import { HitRow } from '../Search/HitRow.tsx';
import { type Command, commands, matching } from './commands.ts';
import classes from './Palette.module.css';

const WAIT_MS = 120;
/** Entities offered; the search field shows more. */
const ENTITIES = 8;

/** One field for everything: commands by name, and entities of the graph. */
export function Palette() {
  const opened = useUi((state) => state.palette);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Palette"
      size="lg"
      yOffset="10vh"
      returnFocus
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close the palette' }}
    >
      {opened && <Choices />}
    </Modal>
  );
}

function close(): void {
  actions.showPanels({ palette: false });
}

function Choices() {
  const [text, setText] = useState('');
  const typed = text.trim();
  const [query] = useDebouncedValue(typed, WAIT_MS);
  const answer = useRequest(query === '' ? null : query, (signal) =>
    client.search({ q: query.slice(0, 200), limit: ENTITIES }, signal),
  );
  const all = useMemo(commands, []);
  const offered = matching(all, typed);
  const hits = typed !== '' && answer.status === 'ready' ? answer.data.results : [];
  const combobox = useCombobox({ opened: true, onDropdownClose: close });
  const first = offered[0]?.caption ?? hits[0]?.entity.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first of what is offered is what Enter takes
  useEffect(() => void combobox.selectFirstOption(), [first]);

  const choose = (value: string) => {
    close();
    const command = offered.find(({ caption }) => caption === value);
    const hit = hits.find(({ entity }) => entity.id === value);
    // After the dialog has given the focus back: commands that move it have the last word.
    setTimeout(() => {
      if (command) command.run();
      else if (hit) void graphActions.showEntity(hit.entity.id);
    });
  };
  const status =
    answer.status === 'failed'
      ? `The search failed. ${answer.failure.message}`
      : answer.status === 'loading' || query !== typed
        ? 'Searching …'
        : offered.length + hits.length === 0
          ? `No command and no entity matches “${typed}”.`
          : '';
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          pt={2}
          aria-label="Command or entity"
          placeholder="Type a command, or the name of an entity"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label="Commands and entities">
        {offered.length > 0 && (
          <Combobox.Group label="Commands">
            {offered.map((command) => (
              <CommandRow key={command.caption} command={command} query={typed} />
            ))}
          </Combobox.Group>
        )}
        {hits.length > 0 && (
          <Combobox.Group label="Entities">
            {hits.map((hit) => (
              <HitRow key={hit.entity.id} hit={hit} query={query} />
            ))}
          </Combobox.Group>
        )}
      </Combobox.Options>
      <Text size="xs" c="dimmed" role="status" className={classes.status}>
        {status}
      </Text>
    </Combobox>
  );
}

function CommandRow({ command, query }: { readonly command: Command; readonly query: string }) {
  return (
    <Combobox.Option value={command.caption} className={classes.command}>
      <Text component="span" size="sm">
        <Emphasised text={command.caption} query={query} />
      </Text>
      {command.key && <Kbd size="xs">{command.key}</Kbd>}
    </Combobox.Option>
  );
}
