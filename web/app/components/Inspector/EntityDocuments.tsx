import type { DocumentSummary } from '../../../../graph/model.ts';
import { DocumentRow } from '../Common/DocumentRow.tsx';
import { count } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { Section } from './Section.tsx';

/** The documents that name the entity. */
export function EntityDocuments({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  if (documents.length === 0) return null;
  return (
    <Section title={count(documents.length, 'document')}>
      <ul className={classes.list}>
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentRow document={document} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
