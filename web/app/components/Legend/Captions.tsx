import { NativeSelect, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { chooseCaption } from '../../caption-actions.ts';
import { useExploration, useUi } from '../../hooks.ts';
import { captionChoices } from '../../state/captions.ts';
import classes from './Legend.module.css';

/** By which property the nodes of each label are called, where the database is not ours; each can be changed. */
export function Captions() {
  const [open, setOpen] = useState(false);
  const entities = useExploration((state) => state.entities);
  const chosen = useUi((state) => state.captions);
  const choices = useMemo(() => captionChoices(entities.values()), [entities]);
  if (choices.length === 0) return null;
  return (
    <>
      <UnstyledButton className={classes.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        <span className={classes.caption}>
          <b>Captions</b>
        </span>
      </UnstyledButton>
      {open &&
        choices.map(({ label, properties, rules }) => (
          <NativeSelect
            key={label}
            className={classes.choice}
            size="xs"
            label={`${label} is called by`}
            value={chosen[label] ?? ''}
            data={[
              { value: '', label: rules.length === 0 ? 'its label' : rules.join(', else ') },
              ...properties.map((property) => ({ value: property, label: property })),
            ]}
            onChange={(event) => chooseCaption(label, event.currentTarget.value || null)}
          />
        ))}
    </>
  );
}
