import { showPanels } from '../../actions.ts';
import { useSelection, useUi } from '../../hooks.ts';
import { Panel } from '../Common/Panel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { OverviewPanel } from './OverviewPanel.tsx';
import { RelationPanel } from './RelationPanel.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';

/** What is selected, with everything the graph knows about it and the sentences behind it. */
export function Inspector() {
  return (
    <Panel title="Inspector" onClose={() => showPanels({ inspector: false })}>
      <Content />
    </Panel>
  );
}

function Content() {
  const entities = useSelection((state) => state.entities);
  const relations = useSelection((state) => state.relations);
  const [entity] = entities;
  const [relation] = relations;
  // What things are called has changed: what was read under the old names is read again.
  const names = useUi((state) => JSON.stringify(state.captions));
  if (entities.size + relations.size > 1) return <SelectionPanel entities={entities} relations={relations} />;
  if (entity !== undefined) return <EntityPanel key={entity + names} id={entity} />;
  if (relation !== undefined) return <RelationPanel key={relation + names} id={relation} />;
  return <OverviewPanel />;
}
