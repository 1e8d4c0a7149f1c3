import { Anchor, Code, Text } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { ReactNode } from 'react';
import type { Entity } from '../../../../graph/model.ts';
import { dateWords, wikidataLink } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { coordinates } from './propertyText.ts';

/** The facts of an entity as a list; what is not known is left out. */
export function EntityFacts({ entity }: { readonly entity: Entity }) {
  const { latitude, longitude, iso3, date, aliases } = entity;
  const wikidata = wikidataLink(entity.wikidata);
  return (
    <>
      {entity.description && (
        <Text size="sm" className={classes.long}>
          {entity.description}
        </Text>
      )}
      <dl className={classes.facts}>
        {aliases.length > 0 && <Fact term="Also called">{aliases.join(' · ')}</Fact>}
        {date && <Fact term="Date">{dateWords(date)}</Fact>}
        {iso3 && <Fact term="Country code">{iso3}</Fact>}
        {latitude !== null && longitude !== null && (
          <Fact term="Coordinates">{coordinates(latitude, longitude)}</Fact>
        )}
        {wikidata && (
          <Fact term="Wikidata">
            <Anchor size="sm" href={wikidata} target="_blank" rel="noreferrer noopener">
              {entity.wikidata} <IconExternalLink size={12} aria-label="(opens in a new tab)" />
            </Anchor>
          </Fact>
        )}
        <Fact term="Id">
          <Code className={classes.long}>{entity.id}</Code>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
