import type { ReactNode } from 'react';
import classes from './Inspector.module.css';

/** A titled part of the inspector. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h4 className={classes.heading}>{title}</h4>
      {children}
    </section>
  );
}
