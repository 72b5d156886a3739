import { describe, expect, test } from 'vitest';
import { cut, lanes, meet, paragraphs, shown, toUnits, unitsOf } from '../src/spans.ts';

/** What the server's span [from, to) of code points means in the browser. */
function words(text: string, from: number, to: number): string | null {
  const span = toUnits(unitsOf(text), [from, to]);
  return span && text.slice(...span);
}

describe('spans of code points', () => {
  test('astral characters count once', () => {
    const text = '🚀🚀 struck 𝔾anja';
    expect(words(text, 3, 9)).toBe('struck');
    expect(words(text, 10, 15)).toBe('𝔾anja');
    expect(words(text, 0, 1)).toBe('🚀');
  });
  test('combining marks and joiners count one by one, as in Python', () => {
    const text = 'e\u0301 cafe\u0301 👨‍👩‍👧 end';
    expect([...text].slice(3, 8).join('')).toBe('cafe\u0301');
    expect(words(text, 3, 8)).toBe('cafe\u0301');
    expect(words(text, 9, 14)).toBe('👨‍👩‍👧');
    expect(words(text, 15, 18)).toBe('end');
  });
  test('letters from the right and lone surrogates', () => {
    expect(words('אבג שלום end', 4, 8)).toBe('שלום');
    expect(words('a\ud800b', 1, 3)).toBe('\ud800b');
    expect(words('a\udc00\ud83d', 2, 3)).toBe('\ud83d');
  });
  test('agrees with the spread of a string at every place', () => {
    const text = 'a🚀\u202ee\u0301\u0000𝔾\n\nб', points = [...text];
    for (let i = 0; i < points.length; i++)
      for (let k = i + 1; k <= points.length; k++) expect(words(text, i, k)).toBe(points.slice(i, k).join(''));
  });
  test('what is no span of the text is none', () => {
    for (const [from, to] of [[-1, 2], [2, 2], [3, 2], [0, 4], [4, 5]] as const) expect(words('abc', from, to)).toBeNull();
    expect(toUnits(unitsOf('abc'), null)).toBeNull();
    expect(words('abc', 0, 3)).toBe('abc');
  });
});

test('what turns the writing around is shown as a sign, one for one', () => {
  const text = 'not \u202eguilty\u202c \u2066x\u2069 \u0000';
  expect(shown(text)).toBe('not \ufffdguilty\ufffd \ufffdx\ufffd \ufffd');
  expect(shown(text)).toHaveLength(text.length);
  expect(shown('שלום \u200f 🚀')).toBe('שלום \u200f 🚀');
});

test('overlapping marks are cut into pieces that know all their marks', () => {
  const a = { span: [2, 8] as const, layer: 'a', id: 1 }, b = { span: [5, 12] as const, layer: 'b', id: 2 }, c = { span: [5, 6] as const, layer: 'c', id: 3 };
  const got = cut(0, 10, [a, b, c]).map((p) => [p.start, p.end, p.marks.map((m) => m.layer).join('')]);
  expect(got).toEqual([[0, 2, ''], [2, 5, 'a'], [5, 6, 'abc'], [6, 8, 'ab'], [8, 10, 'b']]);
  expect(cut(0, 4, [])).toEqual([{ start: 0, end: 4, marks: [] }]);
});

test('paragraphs stand between empty lines, and nothing is lost', () => {
  const text = 'One\nline.\n\nTwo.\r\n\r\n\n  \n\nThree';
  expect(paragraphs(text).map(([from, to]) => text.slice(from, to))).toEqual(['One\nline.', 'Two.', 'Three']);
  expect(paragraphs('\n\n \n\n')).toEqual([]);
});

test('bars that stand beside each other get lanes of their own', () => {
  expect(lanes([{ top: 0, bottom: 10, depth: 0 }, { top: 2, bottom: 6, depth: 1 }, { top: 5, bottom: 9, depth: 1 }, { top: 10, bottom: 20, depth: 0 }])).toEqual([0, 1, 2, 0]);
});

test('neighbours that share a line meet in its middle; what is within stays within', () => {
  const [a, b] = meet([{ top: 0, bottom: 60, depth: 0 }, { top: 40, bottom: 100, depth: 0 }], 30);
  expect(a).toMatchObject({ top: 0, bottom: 49 });
  expect(b).toMatchObject({ top: 51, bottom: 100 });
  expect(lanes(meet([{ top: 0, bottom: 60, depth: 0 }, { top: 40, bottom: 100, depth: 0 }], 30))).toEqual([0, 0]);
  expect(meet([{ top: 0, bottom: 20, depth: 0 }, { top: 0, bottom: 80, depth: 0 }], 30)).toEqual([{ top: 0, bottom: 9, depth: 0 }, { top: 11, bottom: 80, depth: 0 }]);
  const nested = [{ top: 0, bottom: 60, depth: 0 }, { top: 40, bottom: 60, depth: 1 }];
  expect(meet(nested, 30)).toEqual(nested);
  const oneLine = [{ top: 0, bottom: 20, depth: 0 }, { top: 0, bottom: 20, depth: 0 }];
  expect(lanes(meet(oneLine, 30))).toEqual([0, 1]);
});
