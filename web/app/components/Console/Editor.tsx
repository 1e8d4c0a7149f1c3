/** Neo4j's Cypher editor. Loaded when the console is first opened: it is larger than the rest of the app. */
import { closeCompletion } from '@codemirror/autocomplete';
import { Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import '@neo4j-cypher/codemirror/css/cypher-codemirror.css';
import { useComputedColorScheme } from '@mantine/core';
import { CypherEditor } from '@neo4j-cypher/react-codemirror';
import { useEffect, useMemo, useRef, useState } from 'react';
import { openConsole } from '../../actions.ts';
import type { ApiFailure } from '../../client.ts';
import { useCatalogue } from '../../hooks.ts';
import { stores } from '../../state/store.ts';
import classes from './Console.module.css';
import { editorSchema } from './completion.ts';
import { faultMark, markFault } from './mark.ts';
import { place } from './place.ts';

interface EditorProps {
  readonly onRun: () => void;
  /** The failure of the statement as it stands, to mark where it is wrong. */
  readonly failure: ApiFailure | null;
}

export default function Editor({ onRun, failure }: EditorProps) {
  const theme = useComputedColorScheme('light');
  const schema = useCatalogue((state) => state.schema);
  const foreign = useCatalogue((state) => state.health?.content === 'foreign');
  const completions = useMemo(() => editorSchema(schema), [schema]);
  const [view, setView] = useState<EditorView | null>(null);
  const run = useRef(onRun);
  useEffect(() => {
    run.current = onRun;
  });
  const [initial] = useState(() => stores.ui.getState().statement);
  const extensions = useMemo(() => editorExtensions(() => run.current()), []);
  useEffect(() => (view ? followStatement(view) : undefined), [view]);
  useEffect(() => {
    if (!view) return;
    const text = view.state.doc.toString();
    markFault(
      view,
      failure?.line === undefined
        ? null
        : { place: place(text, failure.line, failure.column), message: failure.message },
    );
  }, [view, failure]);
  return (
    <CypherEditor
      className={classes.editor ?? ''}
      value={initial}
      theme={theme}
      schema={completions}
      preExtensions={extensions}
      lineWrapping
      lint={false}
      tabKey={false}
      cursorWide={false}
      search={false}
      tooltipAbsolute={false}
      lineNumberFormatter={String}
      placeholder={
        foreign ? 'MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 50' : 'MATCH (a:Asset)-[r]-(b) RETURN a, r, b'
      }
      onValueChanged={openConsole}
      onEditorCreated={({ codemirror }) => setView(codemirror)}
    />
  );
}

/**
 * Writes a statement set elsewhere (an example, the history, a gesture) into the editor. Follows the store itself,
 * not a property: a render that lags behind fast typing would put an older text back.
 */
function followStatement(view: EditorView): () => void {
  const follow = () => {
    const { statement } = stores.ui.getState();
    const { doc } = view.state;
    if (doc.toString() === statement) return;
    view.dispatch({ changes: { from: 0, to: doc.length, insert: statement } });
  };
  follow();
  return stores.ui.subscribe(follow);
}

function editorExtensions(run: () => void) {
  const runs = (view: EditorView) => {
    closeCompletion(view);
    run();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: runs, preventDefault: true }])),
    faultMark,
    typingOverSelection,
    EditorView.contentAttributes.of({ 'aria-label': 'Cypher statement' }),
  ];
}

/**
 * Typing over a selection, done here instead of by the browser: Chromium would carry the old text's look over
 * in an inline style, which the page's content security policy forbids and reports.
 */
const typingOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== 'insertText' || !event.data || empty || view.state.selection.ranges.length > 1) {
      return false;
    }
    const text = event.data;
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    const handled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert));
    if (!handled) view.dispatch(insert());
    return true;
  },
});
