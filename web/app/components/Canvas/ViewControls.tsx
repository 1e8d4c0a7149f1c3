import { ActionIcon, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconFocusCentered, IconList, IconMinus, IconPlus } from '@tabler/icons-react';
import * as actions from '../../actions.ts';
import { useCatalogue, useExploration, useUi } from '../../hooks.ts';
import { figures } from '../Common/words.ts';
import classes from './Canvas.module.css';

export interface Counts {
  readonly entities: number;
  readonly relations: number;
  /** Entities too many to draw. */
  readonly left: number;
  readonly busy: boolean;
  /** Entities that have a place by now. */
  readonly drawn: number;
}

/** Zoom, fit and list, and how much of the graph is shown. */
export function ViewControls({ counts }: { readonly counts: Counts }) {
  const list = useUi((state) => state.list);
  const inScene = useExploration((state) => state.entities.size);
  const total = useCatalogue((state) => state.health?.entities ?? 0);
  if (inScene === 0) return null;
  const buttons = [
    { label: 'Zoom in (+)', icon: IconPlus, run: () => actions.zoomBy(1.3) },
    { label: 'Zoom out (−)', icon: IconMinus, run: () => actions.zoomBy(1 / 1.3) },
    { label: 'Fit everything into view (F)', icon: IconFocusCentered, run: () => actions.fit() },
    {
      label: 'List of what is on the canvas (L)',
      icon: IconList,
      run: () => actions.showPanels({ list: !list }),
    },
  ];
  const everything = !counts.busy && counts.entities >= total;
  const text = shownText(counts, inScene, total);
  return (
    <div className={classes.controls}>
      <Text size="xs" className={everything ? undefined : classes.shown} role="status">
        {everything ? <VisuallyHidden>{text}</VisuallyHidden> : text}
      </Text>
      <div className={classes.buttons}>
        {buttons.map(({ label, icon: Icon, run }) => (
          <Tooltip key={label} label={label} position="left">
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={run}>
              <Icon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </div>
  );
}

function shownText({ entities, left, busy }: Counts, inScene: number, total: number): string {
  if (busy) return 'Laying out…';
  if (entities < total) {
    const reasons = [
      ...(left > 0 ? [`${figures(left)} too many to draw`] : []),
      ...(inScene - entities - left > 0 ? [`${figures(inScene - entities - left)} filtered out`] : []),
    ];
    const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
    return `${figures(entities)} of ${figures(total)} entities shown${why}`;
  }
  return `All ${figures(entities)} entities shown`;
}
