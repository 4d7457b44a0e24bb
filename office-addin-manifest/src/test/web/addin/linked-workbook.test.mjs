import assert from 'node:assert/strict';
import test from 'node:test';
import { addSheet, convertToValues, linkedCells, readLink, stampAsOf, termsOfWorkbook, writeLink } from '../../../main/web/addin/linked-workbook.js';

/** A workbook with one sheet, as the Office object model shows it; its custom XML parts are texts by namespace. */
function open(formulas = [], spilling = () => undefined, values = []) {
    const done = { parts: new Map(), converted: [], stamped: [], properties: { author: 'Pia', title: 'Mine', load() {} } };
    const range = (row, column, rows, columns) => ({
        isNullObject: rows === 0,
        rowIndex: row,
        columnIndex: column,
        rowCount: rows,
        columnCount: columns,
        load() {},
        get formulas() {
            return formulas.slice(row, row + rows).map((line) => line.slice(column, column + columns));
        },
        get values() {
            return this.formulas.map((line, r) => line.map((_, c) => values[row + r]?.[column + c] ?? 1));
        },
        getSpillingToRangeOrNullObject: () => range(row, column, ...(spilling(row, column) ?? [0, 0])),
        copyFrom(source, type) {
            done.converted.push([source.rowIndex, source.columnIndex, source.rowCount, source.columnCount, type]);
        },
    });
    const sheet = {
        name: 'Plan',
        load() {},
        getUsedRangeOrNullObject: () => range(0, 0, formulas.length, formulas[0]?.length ?? 0),
        getRangeByIndexes: range,
    };
    const customXmlParts = {
        getByNamespace: (namespace) => ({
            getOnlyItemOrNullObject: () => ({
                isNullObject: !done.parts.has(namespace),
                load() {},
                getXml: () => ({ value: done.parts.get(namespace) }),
                setXml: (xml) => done.parts.set(namespace, xml),
            }),
        }),
        add: (xml) => done.parts.set(/xmlns="([^"]*)"/.exec(xml)[1], xml),
    };
    const names = {
        getItemOrNullObject: (name) => ({
            isNullObject: name !== 'mpm_AsOf' || done.isUnnamed,
            type: 'Range',
            load() {},
            getRange: () => ({
                set values(values) {
                    done.stamped.push(values);
                },
            }),
        }),
    };
    const more = { name: 'Plan.xlsx', properties: done.properties, names, load() {} };
    globalThis.Office = { context: { document: { url: 'https://share.example/Plan.xlsx' } } };
    const add = (name) => ({
        getRangeByIndexes: (row, column, rows, columns) => ({
            set values(values) {
                done.added = { name, rows, columns, values };
            },
            getColumn: () => ({}),
            format: { autofitColumns() {} },
        }),
    });
    const workbook = { ...more, customXmlParts, worksheets: { items: [sheet], load() {}, add } };
    globalThis.Excel = { run: (work) => work({ workbook, sync: async () => {} }) };
    return done;
}

test('the link stays with the workbook, whatever it is called', async () => {
    const done = open();
    assert.equal(await readLink(), undefined);
    const link = { id: 'w1', name: 'R&D <plan> "A" ’27.xlsx', seen: { 'FIGURE|LEADS|A&amp;B|FY2027|PLAN': 3 } };
    await writeLink(link);
    assert.deepEqual(await readLink(), link);
    await writeLink({ ...link, seen: {} });
    assert.deepEqual(await readLink(), { ...link, seen: {} });
    assert.equal(done.parts.size, 1);
    const [[namespace, xml]] = done.parts;
    done.parts.set(namespace, `<?xml version="1.0" encoding="utf-8"?>${xml.replaceAll('"', '&quot;').replace(/xmlns=&quot;([^&]*)&quot;/, 'xmlns="$1"')}\r\n`);
    assert.equal((await readLink()).id, 'w1', 'as Excel may write it');
});

test('cells that enter or show a figure are found in both spellings, and others are not', async () => {
    const formulas = [
        ['=MPM.PUT(A1,"LEADS","EMEA","FY2027-P01","PLAN")', '=IF(A1>0,_xldudf_MPM_PUT_NOTE("x",B1),"")'],
        ['=MPM.GET("LEADS","EMEA","FY2027","PLAN")', '="MPM.PUT(1)"'],
    ];
    open(formulas, undefined, [['STAGED', '']]);
    assert.deepEqual(await linkedCells(), {
        entering: [{ address: 'Plan!A1', isBlank: false }, { address: 'Plan!B1', isBlank: true }],
        showing: [{ address: 'Plan!A2', isBlank: false }],
    });
});

test('formulas become values, and what they spill stays', async () => {
    const done = open([['=MPM.VARIANCE(1,2)', '=MPM.MEMBERS("ORG")'], ['=SUM(A1)', '']], (row, column) =>
        column === 1 ? [5, 2] : undefined);
    assert.equal(await convertToValues(), 2);
    assert.deepEqual(done.converted, [[0, 0, 1, 1, 'Values'], [0, 1, 5, 2, 'Values']]);
});

test('finance sees the name and the place of a workbook, and the template it was made from', async () => {
    const done = open();
    const own = { name: 'Plan.xlsx', address: 'https://share.example/Plan.xlsx' };
    assert.deepEqual(await termsOfWorkbook(), own);
    Object.assign(done.properties, { author: 'MPM', title: 'Finance link' });
    assert.deepEqual(await termsOfWorkbook(), { ...own, template: 'Finance link' });
});

test('a workbook that names a cell for it shows when its figures were read', async () => {
    const done = open();
    await stampAsOf(46_000.5);
    assert.deepEqual(done.stamped, [[[46_000.5]]]);
    done.isUnnamed = true;
    await stampAsOf(46_001);
    assert.equal(done.stamped.length, 1);
});

test('a sheet is added whose texts are never formulas', async () => {
    const done = open();
    await addSheet('MPM audit', [['Comment', '=HYPERLINK("x")'], [], [-1, { error: '#N/A' }, "'tis"]]);
    const values = [['Comment', '\'=HYPERLINK("x")', ''], ['', '', ''], [-1, '#N/A', "''tis"]];
    assert.deepEqual(done.added, { name: 'MPM audit', rows: 3, columns: 3, values });
});
