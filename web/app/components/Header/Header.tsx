import { ActionIcon, Badge, Tooltip, useMantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBook2,
  IconDeviceDesktop,
  IconFiles,
  IconInfoSquareRounded,
  IconKeyboard,
  IconMoon,
  IconRoute,
  IconSun,
  IconTerminal2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import * as actions from '../../actions.ts';
import { useCatalogue, useHistory, useUi } from '../../hooks.ts';
import type { Theme } from '../../state/ui.ts';
import { figures } from '../Common/words.ts';
import { ExportMenu } from '../Export/ExportMenu.tsx';
import classes from './Header.module.css';

/** Name, size of the graph, panels, undo, theme, help. */
export function Header() {
  return (
    <header className={classes.header}>
      <h1 className={classes.name}>
        <Logo />
        <span>Threadline</span>
      </h1>
      <Size />
      <Writing />
      <div className={classes.space} />
      <Panels />
      <Steps />
      <div className={classes.group}>
        <ExportMenu />
        <ThemeButton />
        <Tool
          label="Keys and gestures (?)"
          icon={IconKeyboard}
          run={() => actions.showPanels({ help: true })}
        />
      </div>
    </header>
  );
}

function Size() {
  const health = useCatalogue((state) => state.health);
  if (!health) return null;
  const count = (number: number, one: string, many: string) =>
    `${figures(number)} ${number === 1 ? one : many}`;
  return (
    <span className={classes.counts}>
      {health.content !== 'foreign' && `${count(health.documents, 'document', 'documents')} · `}
      {count(health.entities, 'entity', 'entities')} · {count(health.relations, 'relation', 'relations')}
    </span>
  );
}

/** Said where everyone sees it: statements typed here change the database. */
function Writing() {
  const writes = useCatalogue((state) => state.health?.writes ?? false);
  if (!writes) return null;
  return (
    <Tooltip label="Started with --allow-write: statements in the console can change nodes and relationships">
      <Badge color="orange" variant="outline" radius="sm" tt="none" tabIndex={0} className={classes.writing}>
        Writing is on
      </Badge>
    </Tooltip>
  );
}

function Panels() {
  const left = useUi((state) => state.left);
  const console = useUi((state) => state.console);
  const inspector = useUi((state) => state.inspector);
  return (
    <div className={classes.group}>
      <Tool label="Documents (D)" icon={IconFiles} run={() => actions.showPanels({ documents: true })} />
      <Tool
        label="Reader (R)"
        icon={IconBook2}
        on={left === 'reader'}
        run={() => actions.showPanels({ left: left === 'reader' ? null : 'reader' })}
      />
      <Tool
        label="Trace (T)"
        icon={IconRoute}
        on={left === 'trace'}
        run={() => actions.showPanels({ left: left === 'trace' ? null : 'trace' })}
      />
      <Tool
        label="Console (Q)"
        icon={IconTerminal2}
        on={console}
        run={() => actions.showPanels({ console: !console })}
      />
      <Tool
        label="Inspector (I)"
        icon={IconInfoSquareRounded}
        on={inspector}
        run={() => actions.showPanels({ inspector: !inspector })}
      />
    </div>
  );
}

function Steps() {
  const past = useHistory((state) => state.past.length);
  const future = useHistory((state) => state.future.length);
  return (
    <div className={classes.group}>
      <Tool label="Undo (Ctrl+Z)" icon={IconArrowBackUp} disabled={past === 0} run={actions.undo} />
      <Tool
        label="Redo (Shift+Ctrl+Z)"
        icon={IconArrowForwardUp}
        disabled={future === 0}
        run={actions.redo}
      />
    </div>
  );
}

const themes: Record<Theme, { next: Theme; label: string; icon: Icon }> = {
  auto: { next: 'light', label: 'Theme: as the system', icon: IconDeviceDesktop },
  light: { next: 'dark', label: 'Theme: light', icon: IconSun },
  dark: { next: 'auto', label: 'Theme: dark', icon: IconMoon },
};

function ThemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, label, icon } = themes[colorScheme];
  return <Tool label={label} icon={icon} run={() => setColorScheme(next)} />;
}

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

interface ToolProps {
  readonly label: string;
  readonly icon: Icon;
  /** For switches: whether what it opens is open. */
  readonly on?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}

function Tool({ label, icon: Icon, on, disabled = false, run }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={on ? 'light' : 'subtle'}
        color={on ? 'indigo' : 'gray'}
        size="lg"
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        disabled={disabled}
        onClick={run}
      >
        <Icon size={19} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Logo() {
  return (
    <svg width={24} height={24} viewBox="0 0 32 32" aria-hidden>
      <path d="M7 23C13 23 12 9 25 9" fill="none" stroke="#2f8fd0" strokeWidth={3} strokeLinecap="round" />
      <circle cx={7} cy={23} r={4.5} fill="#e8793a" stroke="#9a4300" strokeWidth={1.5} />
      <circle cx={25} cy={9} r={4.5} fill="#33b38c" stroke="#00654a" strokeWidth={1.5} />
    </svg>
  );
}
