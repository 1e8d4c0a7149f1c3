import { Kbd, Modal, Title } from '@mantine/core';
import * as actions from '../../actions.ts';
import { useUi } from '../../hooks.ts';
import { keys } from '../Shell/keys.ts';
import classes from './Dialogs.module.css';

const gestures: readonly (readonly [string, string])[] = [
  ['Click', 'Select an entity or a relation'],
  ['Ctrl or ⌘ + click', 'Add to the selection'],
  ['Double-click', 'Expand; once more takes it back'],
  ['Right-click', 'Menu of what is under the pointer'],
  ['Drag the background', 'Move the view'],
  ['Shift + drag', 'Select with a box'],
  ['Wheel', 'Zoom'],
  ['Drag an entity', 'Put it where you want it'],
  ['Arrow keys', 'Walk from entity to entity, when the canvas has the focus'],
  ['Enter', 'Menu of what is selected, when the canvas has the focus'],
];

export function HelpDialog() {
  const help = useUi((state) => state.help);
  return (
    <Modal
      opened={help}
      onClose={() => actions.showPanels({ help: false })}
      title="Keys and gestures"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close the list of keys' }}
    >
      <div className={classes.columns}>
        <div>
          <Title order={3} size="h5">
            Keys
          </Title>
          <table className={classes.keys}>
            <tbody>
              {keys.map(({ key, shift, control, caption }) => (
                <tr key={caption}>
                  <th scope="row">
                    {shift && <Kbd>Shift</Kbd>} {control && <Kbd>Ctrl / ⌘</Kbd>}{' '}
                    <Kbd>{key === 'Escape' ? 'Esc' : key.toUpperCase()}</Kbd>
                  </th>
                  <td>{caption}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">
                  <Kbd>Ctrl / ⌘</Kbd> <Kbd>Enter</Kbd>
                </th>
                <td>Run the console’s statement</td>
              </tr>
            </tbody>
          </table>
        </div>
        <div>
          <Title order={3} size="h5">
            On the canvas
          </Title>
          <table className={classes.keys}>
            <tbody>
              {gestures.map(([gesture, meaning]) => (
                <tr key={gesture}>
                  <th scope="row">{gesture}</th>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Modal>
  );
}
