import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import * as canvasActions from '../../canvas-actions.ts';
import { useCatalogue, useExploration, useUi } from '../../hooks.ts';
import { WEAK } from '../../scene/elements.ts';
import { lookOf } from '../../scene/look.ts';
import { Captions } from './Captions.tsx';
import { entityCounts, relationCounts } from './counts.ts';
import classes from './Legend.module.css';
import { LineMark, TypeMark } from './marks.tsx';

/** What the signs on the canvas mean and how many there are; a click hides or shows them. */
export function Legend() {
  const empty = useExploration((state) => state.entities.size === 0);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const roomy = useRoom();
  const open = chosen ?? roomy;
  if (empty) return null;
  return (
    <section className={classes.legend} aria-label="Legend">
      <UnstyledButton className={classes.head} aria-expanded={open} onClick={() => setChosen(!open)}>
        <span>Legend</span>
        {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
      </UnstyledButton>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={classes.body} tabIndex={0} aria-label="Types and lines">
          <EntityTypes />
          <RelationTypes />
          <Captions />
          <Lines />
        </section>
      )}
    </section>
  );
}

/** Whether the legend can lie open beside the graph rather than over it. */
function useRoom(): boolean {
  const options = { getInitialValueInEffect: false };
  const wide = useMediaQuery('(min-width: 1100px)', window.innerWidth >= 1100, options);
  const wider = useMediaQuery('(min-width: 1600px)', window.innerWidth >= 1600, options);
  const reading = useUi((state) => state.left !== null);
  return wider || (wide && !reading);
}

function EntityTypes() {
  const entities = useExploration((state) => state.entities);
  const hidden = useExploration((state) => state.filters.hiddenTypes);
  const schema = useCatalogue((state) => state.schema);
  const look = useMemo(() => lookOf(schema), [schema]);
  const counts = useMemo(() => entityCounts({ entities }), [entities]);
  return counts.map(({ type, count }) => {
    const { caption, colour, shape } = look.type(type);
    return (
      <Toggle
        key={type}
        shown={!hidden.has(type)}
        count={count}
        mark={<TypeMark colour={colour} shape={shape} />}
        onToggle={(shown) => canvasActions.showTypes([type], shown)}
      >
        {caption}
      </Toggle>
    );
  });
}

function RelationTypes() {
  const [open, setOpen] = useState(false);
  const relations = useExploration((state) => state.relations);
  const hidden = useExploration((state) => state.filters.hiddenRelationTypes);
  const schema = useCatalogue((state) => state.schema);
  const look = useMemo(() => lookOf(schema), [schema]);
  const counts = useMemo(() => relationCounts({ relations }), [relations]);
  const types = counts.map(({ type }) => type);
  const off = types.filter((type) => hidden.has(type)).length;
  if (counts.length === 0) return null;
  return (
    <>
      <UnstyledButton className={classes.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        <span className={classes.caption}>
          <b>Relation types</b>
          {off > 0 && ` (${off} hidden)`}
        </span>
        <span className={classes.count}>{counts.length}</span>
      </UnstyledButton>
      {open && (
        <>
          <UnstyledButton
            className={classes.row}
            onClick={() => canvasActions.showRelationTypes(types, off > 0)}
          >
            <span className={classes.caption}>{off > 0 ? 'Show all' : 'Hide all'}</span>
          </UnstyledButton>
          {counts.map(({ type, count }) => (
            <Toggle
              key={type}
              shown={!hidden.has(type)}
              count={count}
              onToggle={(shown) => canvasActions.showRelationTypes([type], shown)}
            >
              {look.relation(type).caption}
            </Toggle>
          ))}
        </>
      )}
    </>
  );
}

function Lines() {
  const relations = useExploration((state) => state.relations);
  const shown = useExploration((state) => state.filters.background);
  const has = useMemo(() => {
    const all = [...relations.values()];
    return {
      background: all.filter(({ origin }) => origin === 'gazetteer').length,
      weak: all.filter(({ confidence }) => confidence < WEAK).length,
      negative: all.filter(({ polarity }) => polarity === '-').length,
    };
  }, [relations]);
  return (
    <>
      <div className={classes.heading}>Lines</div>
      {has.background > 0 && (
        <Toggle
          shown={shown}
          count={has.background}
          mark={<LineMark kind="dotted" />}
          onToggle={canvasActions.showBackground}
        >
          Background
        </Toggle>
      )}
      {has.weak > 0 && (
        <Explained mark={<LineMark kind="dashed" />} count={has.weak}>
          Low confidence
        </Explained>
      )}
      {has.negative > 0 && (
        <Explained mark={<LineMark kind="negative" />} count={has.negative}>
          Denied (“not”)
        </Explained>
      )}
      <Explained mark={<LineMark kind="bundle" />}>Several relations</Explained>
    </>
  );
}

interface ToggleProps {
  readonly shown: boolean;
  readonly count: number;
  readonly mark?: ReactNode;
  readonly onToggle: (shown: boolean) => void;
  readonly children: ReactNode;
}

function Toggle({ shown, count, mark, onToggle, children }: ToggleProps) {
  return (
    <UnstyledButton className={classes.row} aria-pressed={shown} onClick={() => onToggle(!shown)}>
      {mark}
      <span className={classes.caption}>{children}</span>
      <span className={classes.count}>{count}</span>
    </UnstyledButton>
  );
}

function Explained({
  mark,
  count,
  children,
}: {
  readonly mark: ReactNode;
  readonly count?: number;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.row}>
      {mark}
      <span className={classes.caption}>{children}</span>
      {count !== undefined && <span className={classes.count}>{count}</span>}
    </div>
  );
}
