import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import classes from './Shell.module.css';

/** How far an arrow key moves a splitter, in px. */
const STEP = 24;

interface SplitterProps {
  readonly label: string;
  /** `vertical`: a line between left and right; `horizontal`: between top and bottom. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1 when dragging right or down makes the panel larger, -1 when it makes it smaller. */
  readonly grows: 1 | -1;
  readonly onChange: (value: number) => void;
}

/** The line between a panel and the canvas: dragged, or moved by the arrow keys. */
export function Splitter({ label, orientation, value, min, max, grows, onChange }: SplitterProps) {
  const start = useRef<{ at: number; value: number } | null>(null);
  const coordinate = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));

  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) set(value - STEP * grows);
    else if (event.key === more) set(value + STEP * grows);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; a focusable separator is ARIA's window splitter
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={`${classes.splitter} ${orientation === 'vertical' ? classes.vertical : classes.horizontal}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: coordinate(event), value };
      }}
      onPointerMove={(event) => {
        if (start.current) set(start.current.value + (coordinate(event) - start.current.at) * grows);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
