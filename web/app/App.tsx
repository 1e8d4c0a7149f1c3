/** The shell: header, search and canvas, and the panels around them. */
import { useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, Suspense, useState } from 'react';
import { Canvas } from './components/Canvas/Canvas.tsx';
import { Loading } from './components/Common/States.tsx';
import { NoticeBar } from './components/Dialogs/NoticeBar.tsx';
import { DocumentsDialog } from './components/Documents/DocumentsDialog.tsx';
import { Header } from './components/Header/Header.tsx';
import { Inspector } from './components/Inspector/Inspector.tsx';
import { Search } from './components/Search/Search.tsx';
import { useKeys } from './components/Shell/keys.ts';
import {
  Console,
  ExpandDialog,
  HelpDialog,
  Palette,
  Reader,
  SceneList,
  Trace,
  useLoadedLater,
} from './components/Shell/later.tsx';
import classes from './components/Shell/Shell.module.css';
import { Splitter } from './components/Shell/Splitter.tsx';
import { useCatalogue, useSelection, useUi } from './hooks.ts';

/** Widths and height of the panels, in px; the user moves them. */
const INITIAL = { left: 420, right: 330, bottom: 320 };

export function App() {
  useKeys();
  const [sizes, setSizes] = useState(INITIAL);
  const left = useUi((state) => state.left);
  const console = useUi((state) => state.console);
  const list = useUi((state) => state.list);
  const inspector = useInspectorShown();
  const ready = useCatalogue(({ status, schema }) => status === 'ready' || schema !== null);
  return (
    <div className={classes.shell}>
      <Header />
      <main className={classes.main}>
        <div className={classes.row}>
          {left && (
            <>
              <div className={`${classes.side} ${classes.left}`} style={sized(sizes.left)}>
                <Suspense fallback={<Loading what="Opening" />}>
                  {left === 'reader' ? <Reader /> : <Trace />}
                </Suspense>
              </div>
              <Splitter
                label={`Width of the ${left}`}
                orientation="vertical"
                value={sizes.left}
                min={280}
                max={800}
                grows={1}
                onChange={(value) => setSizes({ ...sizes, left: value })}
              />
            </>
          )}
          <div className={classes.stage}>
            <Canvas />
            {ready && (
              <div className={classes.search}>
                <Search />
              </div>
            )}
            {list && (
              <Suspense>
                <SceneList />
              </Suspense>
            )}
            <NoticeBar />
          </div>
          {inspector && (
            <>
              <Splitter
                label="Width of the inspector"
                orientation="vertical"
                value={sizes.right}
                min={260}
                max={640}
                grows={-1}
                onChange={(value) => setSizes({ ...sizes, right: value })}
              />
              <div className={`${classes.side} ${classes.right}`} style={sized(sizes.right)}>
                <Inspector />
              </div>
            </>
          )}
        </div>
        {console && (
          <>
            <Splitter
              label="Height of the console"
              orientation="horizontal"
              value={sizes.bottom}
              min={160}
              max={700}
              grows={-1}
              onChange={(value) => setSizes({ ...sizes, bottom: value })}
            />
            <div className={`${classes.side} ${classes.bottom}`} style={sized(sizes.bottom)}>
              <Suspense fallback={<Loading what="Opening" />}>
                <Console />
              </Suspense>
            </div>
          </>
        )}
      </main>
      <DocumentsDialog />
      <Dialogs ready={ready} />
    </div>
  );
}

/** Closed dialogs wait for their code; one that is opened before that fetches it. */
function Dialogs({ ready }: { readonly ready: boolean }) {
  const loaded = useLoadedLater(ready);
  const help = useUi((state) => state.help);
  const palette = useUi((state) => state.palette);
  const question = useUi((state) => state.question !== null);
  return (
    <Suspense>
      {(loaded || question) && <ExpandDialog />}
      {(loaded || help) && <HelpDialog />}
      {(loaded || palette) && <Palette />}
    </Suspense>
  );
}

/** Width or height of a panel; the stylesheet decides whether it applies. */
function sized(size: number): CSSProperties {
  return { '--size': `${size}px` } as CSSProperties;
}

/** On a narrow screen the inspector would cover the graph: it comes when something is selected. */
function useInspectorShown(): boolean {
  const narrow = useMediaQuery('(max-width: 1000px)', window.innerWidth <= 1000, {
    getInitialValueInEffect: false,
  });
  const ready = useCatalogue(({ status }) => status === 'ready');
  const wanted = useUi((state) => state.inspector);
  const selected = useSelection((state) => state.entities.size + state.relations.size > 0);
  return ready && wanted && (!narrow || selected);
}
