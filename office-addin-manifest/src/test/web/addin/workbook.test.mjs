import assert from 'node:assert/strict';
import test from 'node:test';
import {
    abilities, insertFormula, insertSheets, openWorkbook, recalculateCells, recalculateSelection, repairFormulas, selectCell,
    split, takenNames, usesDateSystem1904,
} from '../../../main/web/addin/workbook.js';
import { metadata } from './host-stub.mjs';

const ids = metadata.functions.map(({ id }) => id);

/** What Excel gives for the used range of an empty sheet: reading anything else from it throws. */
const nothing = {
    isNullObject: true,
    load() {},
    get rowCount() {
        throw new Error('PropertyNotLoaded');
    },
};

function refuse(code) {
    if (code) throw Object.assign(new Error('refused'), { code });
}

/** A workbook as the Office object model shows it; what the test wants to know is written to `done`. */
function open(sheets, { selection = ['Plan', 0, 0], failing = () => undefined, date = 36526, ...rest } = {}) {
    const { template = [], isProtected = false } = rest;
    const done = { calculated: [], entered: [], selected: [], activated: [], inserted: [], opened: [] };
    let queued = [];
    const range = (sheet, row, column, rowCount, columnCount) => ({
        get address() {
            return `${sheet.name}!R${row}C${column}`;
        },
        isNullObject: false,
        rowIndex: row,
        columnIndex: column,
        rowCount,
        columnCount,
        load() {},
        get values() {
            return this.part('values');
        },
        get formulas() {
            return this.part('formulas');
        },
        set formulas([[formula]]) {
            queued.push(() => {
                refuse(failing(sheet.name, row, column));
                done.entered.push([sheet.name, row, column, formula]);
            });
        },
        part(kind) {
            const lines = sheet[kind].slice(row, row + rowCount);
            return lines.map((line) => line.slice(column, column + columnCount));
        },
        getUsedRangeOrNullObject: () => {
            const rows = Math.min(rowCount, sheet.formulas.length - row);
            const columns = Math.min(columnCount, (sheet.formulas[0]?.length ?? 0) - column);
            return rows > 0 && columns > 0 ? range(sheet, row, column, rows, columns) : nothing;
        },
        getCell: (r, c) => range(sheet, row + r, column + c, 1, 1),
        calculate: () => done.calculated.push([sheet.name, row, column, rowCount]),
    });
    const item = (sheet) => ({
        id: `{${sheet.name}}`,
        name: sheet.name,
        visibility: sheet.visibility ?? 'Visible',
        load() {},
        calculate: (all) =>
            queued.push(() => {
                refuse(failing('calculate'));
                done.calculated.push([sheet.name, all]);
            }),
        getUsedRangeOrNullObject: () =>
            sheet.formulas.length > 0 ? range(sheet, 0, 0, sheet.formulas.length, sheet.formulas[0].length) : nothing,
        getRangeByIndexes: (...at) => range(sheet, ...at),
        getRange: (cell) => ({ select: () => done.selected.push(cell) }),
        activate: () => done.activated.push(sheet.name),
    });
    const items = sheets.map(item);
    const [name, row, column] = selection;
    const workbook = {
        worksheets: {
            items,
            load() {},
            getItem: (wanted) => items.find(({ id, name }) => id === wanted || name === wanted),
        },
        protection: { protected: isProtected, load() {} },
        insertWorksheetsFromBase64(base64, options) {
            const added = template.map(item);
            const result = {};
            queued.push(() => {
                refuse(failing('insert'));
                items.push(...added);
                done.inserted.push([base64, options]);
                result.value = added.map(({ id }) => id);
            });
            return result;
        },
        getSelectedRanges() {
            const sheet = sheets.find((each) => each.name === name);
            const items = (rest.areas ?? []).map((area) => range(sheet, ...area));
            return { worksheet: items.length ? item(sheet) : undefined, areas: { items, load() {} } };
        },
        getSelectedRange: () => range(sheets.find((each) => each.name === name), row, column, 1, 1),
        functions: { date: () => ({ load() {}, value: date }) },
    };
    const sync = async () => {
        const steps = queued;
        queued = [];
        for (const step of steps) step();
    };
    const createWorkbook = async (base64) => done.opened.push(base64);
    globalThis.Excel = { run: (work) => work({ workbook, sync }), createWorkbook };
    return done;
}

const PLAN = {
    name: 'Plan',
    formulas: [
        ['Metric', '=MPM.VARIANCE(1,2)', '=_xldudf_MPM_CASCADE_TREE(A1,1)'],
        ['=SUM(B1)', '=MPM.VARIANCE(3,4)', '=MPM.FISCAL(1)'],
        ['="MPM.VARIANCE(1,2)"', 5, '=MPM.VARIANCE(9,9)'],
    ],
    values: [
        ['Metric', -1, 7],
        [0, -1, '#NAME?'],
        ['MPM.VARIANCE(1,2)', 5, '=MPM.VARIANCE(9,9)'],
    ],
};
const EMPTY = { name: 'Empty', formulas: [], values: [] };

test('only cells that call MPM are calculated, neighbours together', async () => {
    const done = open([PLAN, EMPTY]);
    assert.equal(await recalculateCells(), 4);
    assert.deepEqual(done.calculated, [['Plan', 0, 1, 2], ['Plan', 0, 2, 2]]);
});

test('of a selection, whole columns and several areas among it, only the cells that call MPM are calculated', async () => {
    const all = 1_048_576;
    const done = open([PLAN, EMPTY], { areas: [[0, 0, all, 2], [1, 2, 1, 1], [10, 5, 3, 3]] });
    assert.equal(await recalculateSelection(), 3);
    assert.deepEqual(done.calculated, [['Plan', 0, 1, 2], ['Plan', 1, 2, 1]]);
});

test('a long sheet is read in blocks and calculated whole', async () => {
    const rows = Array.from({ length: 45_000 }, (_, i) => (i % 2 ? '' : `=MPM.FISCAL(${i})`));
    const done = open([{ name: 'Long', formulas: rows.map((each) => [each]), values: rows.map(() => [1]) }]);
    assert.equal(await recalculateCells(), 22_500);
    assert.deepEqual(done.calculated.at(-1), ['Long', 44_998, 0, 1]);
});

test('formulas that Excel has given up on are entered again, and text that looks like one is left alone', async () => {
    const done = open([PLAN]);
    assert.deepEqual(await repairFormulas(ids), { repaired: 2, refused: [] });
    assert.deepEqual(done.entered, [
        ['Plan', 0, 2, '=MPM.CASCADE.TREE(A1,1)'],
        ['Plan', 1, 2, '=MPM.FISCAL(1)'],
    ]);
});

test('a protected cell does not keep the others from being repaired', async () => {
    const done = open([PLAN], { failing: (_, row) => (row === 0 ? 'AccessDenied' : undefined) });
    assert.deepEqual(await repairFormulas(ids), { repaired: 1, refused: ['Plan!C1'] });
    assert.deepEqual(done.entered, [['Plan', 1, 2, '=MPM.FISCAL(1)']]);
});

test('an example is written into the selected cell when it is empty', async () => {
    const sheet = { name: 'Plan', formulas: [['', 'x']], values: [['', 'x']] };
    const done = open([sheet]);
    assert.equal(await insertFormula('=MPM.VARIANCE(120, 100)'), 'Plan!R0C0');
    assert.deepEqual(done.entered, [['Plan', 0, 0, '=MPM.VARIANCE(120, 100)']]);
    open([sheet], { selection: ['Plan', 0, 1] });
    await assert.rejects(insertFormula('=MPM.VARIANCE(120, 100)'), /Plan!R0C1 is not empty/);
});

test('what Excel refuses is said in a sentence', async () => {
    for (const [code, sentence] of [
        ['InvalidOperationInCellEditMode', /being edited/],
        ['InvalidSelection', /not a cell/],
        ['AccessDenied', /protected/],
        ['SomethingElse', /Excel did not do it\. refused/],
    ]) {
        open([{ name: 'Plan', formulas: [['']], values: [['']] }], { failing: () => code });
        await assert.rejects(insertFormula('=1'), sentence);
    }
});

test('the cell of a problem is selected, whatever its sheet is called', async () => {
    assert.deepEqual(split('Sheet1!A1'), { sheet: 'Sheet1', cell: 'A1' });
    assert.deepEqual(split("'Owner''s plan!'!B2"), { sheet: "Owner's plan!", cell: 'B2' });
    assert.deepEqual(split("'[Book 1.xlsx]My plan'!C3"), { sheet: 'My plan', cell: 'C3' });
    const done = open([PLAN]);
    await selectCell('[Book1]Plan!C3');
    assert.deepEqual([done.activated, done.selected], [['Plan'], ['C3']]);
});

test('the date system is read from Excel’s own DATE', async () => {
    open([PLAN]);
    assert.equal(await usesDateSystem1904(), false);
    open([PLAN], { date: 35064 });
    assert.equal(await usesDateSystem1904(), true);
});

const TEMPLATE = [
    { name: 'Lists', visibility: 'Hidden', formulas: [], values: [] },
    { name: 'Start', formulas: [['=_xldudf_MPM_FISCAL(1)', '=MPM.FISCAL(2)']], values: [['#NAME?', 3]] },
];

test('the sheets of a template come last, its stuck formulas are entered again, and all of it is calculated', async () => {
    const done = open([PLAN], { template: TEMPLATE });
    assert.deepEqual(await insertSheets('UEs=', ids), { names: ['Lists (hidden)', 'Start'], unfinished: '' });
    assert.deepEqual(done.inserted, [['UEs=', { positionType: 'End' }]]);
    assert.deepEqual(done.entered, [['Start', 0, 0, '=MPM.FISCAL(1)']]);
    assert.deepEqual(done.calculated, [['Lists', true], ['Start', true]]);
    assert.deepEqual(done.activated, ['Start'], 'a hidden sheet cannot be shown');
});

test('what cannot be inserted is said, and what fails afterwards does not deny that the sheets are there', async () => {
    open([PLAN], { template: TEMPLATE, isProtected: true });
    await assert.rejects(insertSheets('UEs=', ids), /The workbook is protected\. Choose Review/);
    const refusing = open([PLAN], { template: TEMPLATE, failing: () => 'UnsupportedFeature' });
    await assert.rejects(insertSheets('UEs=', ids), /as a new workbook instead/);
    assert.deepEqual(refusing.inserted, []);

    open([PLAN], { template: TEMPLATE, failing: (where) => (where === 'Start' ? 'AccessDenied' : undefined) });
    const names = ['Lists (hidden)', 'Start'];
    assert.deepEqual(await insertSheets('UEs=', ids), { names, unfinished: 'Excel did not accept Start!A1.' });
    const editing = 'InvalidOperationInCellEditMode';
    open([PLAN], { template: TEMPLATE, failing: (where) => (where === 'calculate' ? editing : undefined) });
    assert.match((await insertSheets('UEs=', ids)).unfinished, /A cell is being edited/);
});

test('names of sheets that are taken are found as Excel finds them, without regard to case', async () => {
    open([PLAN, EMPTY]);
    assert.deepEqual(await takenNames(['plan', 'Dashboard', 'EMPTY']), ['plan', 'EMPTY']);
});

test('a template opens as a workbook of its own', async () => {
    const done = open([PLAN]);
    await openWorkbook('UEs=');
    assert.deepEqual(done.opened, ['UEs=']);
    Excel.createWorkbook = async () => {
        throw Object.assign(new Error('Too large.'), { code: 'GeneralException' });
    };
    await assert.rejects(openWorkbook('UEs='), /Excel did not do it\. Too large\./);
});

test('an Excel that would break a template or cannot take it in says so, and what to do instead', () => {
    const excel = (platform, api) => {
        const isSetSupported = (set, version) => set === 'ExcelApi' && Number(version.split('.')[1]) <= api;
        const PlatformType = { PC: 'PC', OfficeOnline: 'OfficeOnline' };
        globalThis.Office = { PlatformType, context: { platform, requirements: { isSetSupported } } };
        return abilities();
    };
    assert.deepEqual(excel('PC', 13), { insert: true, open: true, because: '' });
    const old = excel('PC', 12);
    assert.deepEqual([old.insert, old.open], [false, true]);
    assert.match(old.because, /too old to insert a template: open it as a new workbook/);
    assert.match(excel('PC', 7).because, /download it and open the file/);
    const web = excel('OfficeOnline', 20);
    assert.deepEqual([web.insert, web.open], [false, true]);
    assert.match(web.because, /on the web/);
});
