/** What the first picture does without, in one file of its own: see later.tsx. */
import { Console } from '../Console/Console.tsx';
import { ExpandDialog } from '../Dialogs/ExpandDialog.tsx';
import { HelpDialog } from '../Dialogs/HelpDialog.tsx';
import { Palette } from '../Palette/Palette.tsx';
import { Reader } from '../Reader/Reader.tsx';
import { SceneList } from '../SceneList/SceneList.tsx';
import { Trace } from '../Trace/Trace.tsx';

export const panels = { Console, ExpandDialog, HelpDialog, Palette, Reader, SceneList, Trace };
