import { Button, Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { QueryAnswer } from '../../../../graph/model.ts';
import { Nothing } from '../Common/States.tsx';
import { figures } from '../Common/words.ts';
import { CellContent } from './CellContent.tsx';
import classes from './Console.module.css';
import { lookup } from './cells.ts';

const PAGE = 100;

/** The rows as a table; long ones come a page at a time, announced. */
export function ResultTable({ answer }: { readonly answer: QueryAnswer }) {
  const [shown, setShown] = useState(PAGE);
  const graph = useMemo(() => lookup(answer), [answer]);
  const { columns, rows } = answer;
  if (rows.length === 0) return <Nothing>The statement ran and gave no rows.</Nothing>;
  return (
    <>
      <div className={classes.scroll}>
        <Table striped highlightOnHover withTableBorder className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, shown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <Table.Tr key={index}>
                {columns.map((column, at) => (
                  <Table.Td key={column}>
                    <CellContent cell={row[at] ?? null} graph={graph} answer={answer} beside={{ row, at }} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {shown < rows.length && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setShown(shown + PAGE)}>
          {`${figures(shown)} of ${figures(rows.length)} rows shown: show ${PAGE} more`}
        </Button>
      )}
    </>
  );
}
