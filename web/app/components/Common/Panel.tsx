import { CloseButton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

/** The frame of a panel: a heading that stays, with its tools, over content that scrolls. */
export function Panel({
  title,
  tools,
  onClose,
  children,
}: {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.head}>
        <Title order={2} size="h5" className={classes.title}>
          {title}
        </Title>
        {tools && <div className={classes.tools}>{tools}</div>}
        <CloseButton size="sm" aria-label={`Close ${title.toLowerCase()}`} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.body} tabIndex={0} aria-label={`${title}: content`}>
        {children}
      </section>
    </section>
  );
}
