import assert from 'node:assert/strict';
import test from 'node:test';
import { readContent } from '../../../main/web/playground/content.js';
import { contentOf, workbookOf } from '../../../main/web/playground/snapshot.js';

/** Every part that a sheet can have. @type {import('../../../main/web/playground/content.js').Content} */
const content = {
    styles: [
        {
            bold: true,
            underline: true,
            wrap: true,
            align: 'left',
            valign: 'top',
            indent: 2,
            format: '0.0%',
            ink: '#12263f',
            fill: '#e4f2f1',
            size: 10.5,
            font: 'Calibri',
            edges: { top: { line: 'thin', colour: '#d5dde5' }, bottom: { line: 'double', colour: '#0e7c7b' } },
        },
        { ink: '#b23f2a' },
    ],
    sheets: [
        {
            name: 'My plan',
            widths: [[0, 20], [1, 0]],
            heights: [[0, 45], [7, 0]],
            cells: [
                [0, 1, 'Plan', 0],
                [1, 1, '=MPM.VARIANCE(B3,B4)'],
                [2, 1, true],
                [3, 1, "'=not a formula", 1],
            ],
            merges: ['B1:D1'],
            frozen: [6, 2],
            bare: true,
            tab: '#0e7c7b',
            links: [['B1', "'My plan'!A9"]],
            rules: [
                { areas: ['B2:B9', 'D2'], formula: '=$B2=TRUE', style: 1, stop: true },
                { areas: ['C2:C9'], bar: '#a3cdcd', from: { at: 'num', value: '0' }, to: { at: 'max' } },
                {
                    areas: ['E2:E9'],
                    scale: [
                        { at: 'min', colour: '#fcebe7' },
                        { at: 'percentile', value: '50', colour: '#fdf4e1' },
                        { at: 'formula', value: '=$E$1', colour: '#e4f2f1' },
                    ],
                },
            ],
            checks: [
                { areas: ['B3'], kind: 'checkbox', first: 'TRUE', second: 'FALSE', blank: true, strictness: 'stop' },
                { areas: ['F2:F9'], kind: 'list', first: '=Lists!A2:A4', blank: false, strictness: 'warning' },
                {
                    areas: ['G2:G9'],
                    kind: 'decimal',
                    operator: 'between',
                    first: '0',
                    second: '1',
                    blank: true,
                    strictness: 'information',
                    title: 'Out of range',
                    message: 'Give a share between 0 and 1.',
                },
            ],
        },
        { name: 'Lists', widths: [], cells: [[1, 0, 'Leading']], hidden: true },
    ],
    names: [['Tolerance', "'My plan'!$C$30"]],
};

const move = () => assert.fail('no formula was filled down');

test('a sheet comes back from the spreadsheet component as it was', () => {
    assert.deepEqual(contentOf(/** @type {any} */ (workbookOf(content)), move), content);
});

test('everything a template’s sheets may have can come from a link', () => {
    assert.deepEqual(readContent(JSON.parse(JSON.stringify(content))), content);
});

test('a part of a sheet that no playground writes is refused', () => {
    const spoiled = [
        { merges: ['B1:D1:E1'] },
        { merges: ['ZZZ1'] },
        { rules: [{ areas: ['A1'], formula: '=TRUE', style: 9 }] },
        { rules: [{ areas: ['A1'], bar: 'url(x)', from: { at: 'min' }, to: { at: 'max' } }] },
        { checks: [{ areas: ['A1'], kind: 'script', strictness: 'stop' }] },
        { frozen: [1] },
        { links: [['A1', 5]] },
        { heights: [[-1, 10]] },
    ];
    for (const part of spoiled) {
        const sheet = { name: 'S', widths: [], cells: [], ...part };
        assert.throws(() => readContent({ styles: [], sheets: [sheet] }), /does not hold a sheet/, JSON.stringify(part));
    }
});

test('formulas filled down, shared by the spreadsheet component, come back one by one', () => {
    const cellData = { 0: { 0: { f: '=B1', si: 'a' } }, 1: { 0: { si: 'a' } } };
    const book = { styles: {}, sheetOrder: ['s'], sheets: { s: { name: 'S', cellData } } };
    const { sheets } = contentOf(/** @type {any} */ (book), ({ row }, to) => `=moved by ${to - row}`);
    assert.deepEqual(sheets[0]?.cells, [[0, 0, '=B1'], [1, 0, '=moved by 1']]);
});

test('a minus sign before a name is bracketed, which the spreadsheet component reads', () => {
    const cells = /** @type {any} */ ([[0, 0, '=IF(A1<-Tolerance,-Tolerance,"<-Tolerance")-Tolerance'], [1, 0, '-Tolerance']]);
    const names = /** @type {any} */ ([['Tolerance', 'S!$A$9']]);
    const book = /** @type {any} */ (workbookOf({ styles: [], sheets: [{ name: 'S', widths: [], cells }], names }));
    const column = Object.values(book.sheets['sheet-1'].cellData).map((row) => row[0].f ?? row[0].v);
    assert.deepEqual(column, ['=IF(A1<-(Tolerance),-(Tolerance),"<-Tolerance")-Tolerance', '-Tolerance']);
});
