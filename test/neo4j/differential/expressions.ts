/** Expressions without a graph: arithmetic, comparison, three-valued logic, lists, strings, CASE, comprehensions. */
import type { Choices } from './random.ts';

type Make = (choose: Choices, depth: number) => string;

const number: Make = (choose) =>
  choose.of(['0', '1', '2', '3', '-1', '7', '10', '1.5', '2.0', '-0.5', '100']);
const text: Make = (choose) =>
  choose.of(["''", "'a'", "'b'", "'abc'", "'1'", "'Kanoya'", "'普天間'", "'a b c'", "'1.7'", "'true'"]);
const truth: Make = (choose) => choose.of(['true', 'false', 'null']);
const scalar: Make = (choose) => choose.of([number, text, truth])(choose, 0);
const list: Make = (choose) =>
  `[${Array.from({ length: choose.int(0, 4) }, () => choose.of([number, number, scalar])(choose, 0)).join(', ')}]`;

const arithmetic: Make = (choose, depth) =>
  depth === 0
    ? number(choose, 0)
    : choose.of<Make>([
        number,
        (c, d) => `${arithmetic(c, d - 1)} ${c.of(['+', '-', '*'])} ${arithmetic(c, d - 1)}`,
        (c, d) => `(${arithmetic(c, d - 1)}) ${c.of(['+', '-', '*', '/'])} ${c.of(['2', '3', '4.0'])}`,
        (c) => `${c.int(1, 5)} % ${c.int(1, 4)}`,
        (c) => `${c.int(1, 4)} ^ ${c.int(0, 3)}${c.of(['', ' ^ 2'])}`,
        (c, d) => `-(${arithmetic(c, d - 1)})`,
        (c) => `${c.of(['abs', 'sign', 'floor', 'ceil', 'round', 'sqrt'])}(${c.of(['2', '2.5', '4', '0'])})`,
        (c) => `size(${list(c, 0)})`,
        (c) => `toInteger(${c.of(["'12'", "'1.7'", '3.9', "'x'", 'null', 'true'])})`,
        (c) => `toFloat(${c.of(["'12'", "'1.7'", '3', "'x'", 'null'])})`,
      ])(choose, depth);

const comparison: Make = (choose) =>
  choose.of<Make>([
    (c) => `${number(c, 0)} ${c.of(['=', '<>', '<', '<=', '>', '>='])} ${number(c, 0)}`,
    (c) => `${scalar(c, 0)} ${c.of(['=', '<>', '<', '<=', '>', '>='])} ${scalar(c, 0)}`,
    (c) => `${list(c, 0)} ${c.of(['=', '<>', '<', '>='])} ${list(c, 0)}`,
    (c) => `${scalar(c, 0)} IN ${list(c, 0)}`,
    (c) => `NOT ${scalar(c, 0)} IN ${list(c, 0)}`,
    (c) =>
      `${text(c, 0)} ${c.of(['STARTS WITH', 'ENDS WITH', 'CONTAINS', '=~'])} ${c.of(["'a'", "'.*a.*'", "''", 'null'])}`,
    (c) => `${scalar(c, 0)} IS ${c.of(['', 'NOT '])}NULL`,
    (c) => `1 < ${c.int(0, 3)} <= ${c.int(0, 3)}`,
  ])(choose, 0);

const logic: Make = (choose, depth) =>
  depth === 0
    ? choose.of([truth, comparison])(choose, 0)
    : choose.of<Make>([
        (c, d) => `${logic(c, d - 1)} ${c.of(['AND', 'OR', 'XOR'])} ${logic(c, d - 1)}`,
        (c, d) => `NOT (${logic(c, d - 1)})`,
        (c) =>
          `${c.of(['any', 'all', 'none', 'single'])}(x IN ${list(c, 0)} WHERE x ${c.of(['> 1', '= 1', 'IS NULL', '<> 2'])})`,
        comparison,
      ])(choose, depth);

const lists: Make = (choose) =>
  choose.of<Make>([
    (c) => `${list(c, 0)}[${c.int(-4, 4)}]`,
    (c) => `${list(c, 0)}[${c.of(['', '0', '1', '-3', '-1', '-2'])}..${c.of(['2', '3', '-1', '5', '0'])}]`,
    (c) =>
      `[x IN ${list(c, 0)} WHERE x ${c.of(['> 0', 'IS NOT NULL', '<> 1'])} | ${c.of(['x', '[x]', '{v: x}', 'x = 1'])}]`,
    (c) => `${list(c, 0)} + ${c.of([list, scalar])(c, 0)}`,
    (c) => `reduce(sum = 0, x IN [${c.int(0, 5)}, ${c.int(0, 5)}, 2.5] | sum + x)`,
    (c) => `range(${c.int(-2, 3)}, ${c.int(0, 8)}${c.of(['', ', 2', ', -1'])})`,
    (c) => `${c.of(['head', 'last', 'tail', 'reverse', 'size'])}(${list(c, 0)})`,
    (c) => `{a: ${scalar(c, 0)}, b: ${list(c, 0)}}${c.of(['', '.a', '.b', "['a']", '.nope'])}`,
    (c) => `keys({b: 1, a: ${scalar(c, 0)}})`,
  ])(choose, 0);

const strings: Make = (choose) =>
  choose.of<Make>([
    (c) =>
      `${c.of(['toUpper', 'toLower', 'trim', 'reverse', 'size', 'toString', 'ltrim'])}(${c.of(["' aB '", "'普天間'", "'É'"])})`,
    (c) => `substring('Kanoya Air Base', ${c.int(0, 16)}${c.of(['', ', 3', ', 0'])})`,
    (c) => `split(${text(c, 0)}, ${c.of(["' '", "''", "'b'"])})`,
    (c) => `replace(${text(c, 0)}, ${c.of(["'a'", "'b'"])}, 'xy')`,
    (c) => `${c.of(['left', 'right'])}(${text(c, 0)}, ${c.int(0, 4)})`,
    (c) => `toString(${c.of([number, truth, text])(c, 0)})`,
    (c) => `${text(c, 0)} + ${scalar(c, 0)}`,
    (c) => `coalesce(null, ${scalar(c, 0)}, 'end')`,
    (c) => `toBoolean(${c.of(["'true'", "'FALSE'", "'x'", 'null', 'true'])})`,
  ])(choose, 0);

const cases: Make = (choose) =>
  choose.of<Make>([
    (c) =>
      `CASE ${scalar(c, 0)} WHEN ${scalar(c, 0)} THEN 'first' WHEN ${scalar(c, 0)} THEN 'second' ELSE 'other' END`,
    (c) => `CASE WHEN ${logic(c, 1)} THEN ${scalar(c, 0)} ELSE ${scalar(c, 0)} END`,
    (c) => `CASE WHEN ${logic(c, 1)} THEN [1] END`,
  ])(choose, 0);

/** A statement that returns one value, or the values of a list in order. */
export function expressionStatement(choose: Choices): string {
  const make = choose.of([arithmetic, comparison, logic, logic, lists, lists, strings, cases]);
  const expression = make(choose, 2);
  return choose.of([
    `RETURN ${expression} AS value`,
    `RETURN ${expression} AS value`,
    `WITH ${expression} AS value RETURN value, [value] AS wrapped`,
    `UNWIND [${expression}, ${scalar(choose, 0)}] AS value RETURN value`,
    `WITH ${list(choose, 0)} AS list, ${expression} AS value RETURN size(list) AS size, value`,
  ]);
}
